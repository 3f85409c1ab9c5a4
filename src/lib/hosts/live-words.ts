import type { Figure } from './figure';
import { bindFollower } from './follower';
import { bindScrubber } from './scrubber.svelte';
import { Sight } from './sight';

const sight = new Sight();

/** Binds a number in the text to a living figure: one that follows it, or one that changes it. */
export function bindWords(link: HTMLElement, figure: Figure): void {
  if (link.classList.contains('cl-follow')) bindFollower(link, figure, sight);
  else bindScrubber(link, figure, sight);
}
