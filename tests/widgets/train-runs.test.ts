// @vitest-environment jsdom
import { Blob } from 'node:buffer';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Session } from '../../src/lib/state/session.svelte';
import { definition } from '../../src/lib/widgets/train/definition';
import { keyOf, type RunPicture } from '../../src/lib/widgets/train/record';
import { TrainRuns } from '../../src/lib/widgets/train/runs.svelte';
import pictures from '../../src/lib/widgets/train/pictures.json';
import type { Settings } from '../../src/lib/learning/settings';
import { digitPictures } from '../../scripts/digits/files';
import { digitServer } from '../learning/support/server';

/** Frames that are drawn when the test says so, and how the reader likes motion. */
let frames: (() => void)[] = [];
const still = vi.fn(() => false);

beforeEach(() => {
  digitServer();
  // That of jsdom cannot be read as a stream.
  vi.stubGlobal('Blob', Blob);
  frames = [];
  still.mockReturnValue(false);
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame));
  vi.stubGlobal('cancelAnimationFrame', () => (frames = []));
  vi.stubGlobal('matchMedia', () => ({
    matches: still(),
    addEventListener: () => 0,
    removeEventListener: () => 0,
  }));
});
afterEach(() => vi.unstubAllGlobals());

function start(query = '') {
  const session = new Session(definition, query);
  const runs = new TrainRuns(session);
  /** Sets the widget as the reader does, and lets the runs follow as the view does. */
  const choose = (change: string) => {
    session.setQuery(change);
    runs.follow();
  };
  return { session, runs, choose };
}

const stepsOf = (runs: TrainRuns) => runs.live[0].snapshot?.steps ?? 0;
/** Draws one frame after the other until the run has taken some steps. */
const playing = (runs: TrainRuns, steps: number) =>
  vi.waitFor(
    () => {
      frames.splice(0).forEach((frame) => frame());
      expect(stepsOf(runs)).toBeGreaterThanOrEqual(steps);
    },
    { timeout: 20_000, interval: 5 },
  );

describe('play', () => {
  it('goes on once the digits are there, when it is pressed while they are loading', async () => {
    const { runs } = start();
    void runs.wake();
    runs.descent.play();
    await playing(runs, 20);
    expect(runs.descent.playing).toBe(true);
    runs.end();
  });

  it('plays the run that was chosen last, whatever the one before it was at', async () => {
    const { runs, choose, session } = start('show=digits');
    runs.descent.play();
    frames.splice(0).forEach((frame) => frame());
    choose('digits=17');
    void runs.wake();
    runs.descent.play();
    await playing(runs, 20);
    expect(runs.descent.playing).toBe(true);
    expect(runs.live[0].settings?.classes).toEqual([1, 7]);
    choose('digits=49');
    expect(session.summary).toContain('as recorded');
  });

  it('goes on while neighbours are looked for', async () => {
    const { runs, choose } = start();
    runs.descent.play();
    await playing(runs, 5);
    choose('pairs=neighbours');
    await playing(runs, stepsOf(runs) + 20);
    expect(runs.descent.playing).toBe(true);
    runs.end();
  });

  it('waits while another section of the text is read, and is found again as it was left', async () => {
    const { runs, session } = start();
    const read = (state: string) => {
      session.startFrom(state);
      runs.follow();
    };
    runs.descent.play();
    await playing(runs, 5);
    const left = stepsOf(runs);
    read('digits=all&loss=triplet');
    expect(runs.descent.playing).toBe(false);
    expect(session.summary).toContain('as recorded');
    read('');
    await vi.waitFor(() => expect(stepsOf(runs)).toBeGreaterThanOrEqual(left));
    expect(session.summary).not.toContain('as recorded');
    runs.descent.play();
    await playing(runs, stepsOf(runs) + 5);
    runs.end();
  });

  it('takes the steps asked for at every press where no motion is wanted', async () => {
    still.mockReturnValue(true);
    const { runs } = start();
    void runs.wake();
    runs.descent.play();
    runs.descent.play();
    const asked = 2 * runs.descent.stillSteps;
    await playing(runs, asked);
    expect(stepsOf(runs)).toBe(asked);
    runs.end();
  });
});

const PICTURES = pictures as unknown as Record<string, RunPicture>;

describe('the digits themselves', () => {
  it('are those behind the recorded points, and the recorded run stays', async () => {
    const { runs, session } = start('show=digits');
    await runs.loadDigits();
    expect(runs.isLive).toBe(false);
    expect(session.summary).toContain('as recorded');
    const { run, recorded } = runs.shown[0] ?? {};
    const { classes, side } = run?.settings ?? { classes: [], side: 0 };
    const { labels } = PICTURES[keyOf(run?.settings as Settings)] as RunPicture;
    const size = side * side;
    expect(recorded?.grey.length).toBe(labels.length * size);
    const held = classes.map((digit) => {
      const all = digitPictures(digit, side).held;
      return new Set(
        Array.from({ length: all.length / size }, (_, i) => all.subarray(i * size, (i + 1) * size).join()),
      );
    });
    labels.forEach((label, k) => {
      const picture = recorded?.grey.subarray(k * size, (k + 1) * size).join() ?? '';
      expect(held[label]?.has(picture), `picture ${k}`).toBe(true);
    });
  });

  it('are those of a run that begins where nothing is recorded', async () => {
    const { runs } = start('show=digits&seed=77');
    await runs.loadDigits();
    expect(runs.isLive).toBe(true);
    expect(runs.live[0].held?.labels.length).toBeGreaterThan(0);
    runs.end();
  });
});
