import type { Figure, Section } from './figure';
import { bindLiveOutput } from './live-output';
import { bindScrubber } from './scrubber.svelte';
import { VisibilityObserver } from './visibility-observer';

const visibility = new VisibilityObserver();

/** Binds a number in the text to a living figure: one that follows it, or one that changes it. */
export function bindLiveNumber(link: HTMLElement, figure: Figure, section: Section): void {
  if (link.classList.contains('cl-follow')) bindLiveOutput(link, figure, section, visibility);
  else bindScrubber(link, figure, section, visibility);
}
