// @vitest-environment jsdom
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import WidgetFrame from '../../src/lib/controls/WidgetFrame.svelte';
import { Session } from '../../src/lib/state/session.svelte';
import { loadDefinition, loadView } from '../../src/lib/widgets/load';

const [definition, View] = [await loadDefinition('pair'), await loadView('pair')];

describe('while a pair is dragged', () => {
  let session: Session;
  let frame: Record<string, unknown>;

  beforeEach(() => {
    vi.useFakeTimers();
    session = new Session(definition, 'x1=0,0&x2=1,0');
    frame = mount(WidgetFrame, { target: document.body, props: { session, View } });
    flushSync();
  });

  afterEach(async () => {
    await unmount(frame);
    vi.useRealTimers();
  });

  const drag = (x: number, { commit = false } = {}) => {
    session.set({ x2: [x, 0] }, { commit });
    flushSync();
  };
  const wait = (ms: number) => {
    vi.advanceTimersByTime(ms);
    flushSync();
  };
  const distance = () => document.querySelector('[data-readout="distance"]')?.textContent;
  const handle = () => document.querySelector('[aria-label^="x₂"]');
  const summary = () => document.querySelector('[role=status]')?.textContent?.trim();

  it('what is drawn follows each move, and the numbers follow some times a second', () => {
    drag(1.1);
    drag(1.2);
    const [place, spokenPlace] = [
      handle()?.getAttribute('transform'),
      handle()?.getAttribute('aria-valuetext'),
    ];
    drag(1.3);
    expect(handle()?.getAttribute('transform')).not.toBe(place);
    expect(handle()?.getAttribute('aria-valuetext')).toBe(spokenPlace);
    expect(distance()).toBe('1.100');
    wait(100);
    drag(1.4);
    expect(distance()).toBe('1.400');
    expect(handle()?.getAttribute('aria-valuetext')).toContain('1.40');
  });

  it('the numbers are right a little later where the hand rests without letting go', () => {
    drag(1.1);
    drag(1.2);
    expect(distance()).toBe('1.100');
    wait(150);
    expect(distance()).toBe('1.200');
  });

  it('the numbers are right at once when the drag ends', () => {
    drag(1.1);
    drag(1.2);
    drag(1.4, { commit: true });
    expect(distance()).toBe('1.400');
  });

  it('the sentence that says it all waits until nothing changes', () => {
    const before = summary();
    drag(1.1);
    wait(200);
    drag(1.5);
    wait(200);
    expect(summary()).toBe(before);
    wait(200);
    expect(summary()).toContain('1.5');
  });

  it('a key, which is a change by itself, is followed at once', () => {
    drag(1.1, { commit: true });
    drag(1.2, { commit: true });
    expect(distance()).toBe('1.200');
  });
});
