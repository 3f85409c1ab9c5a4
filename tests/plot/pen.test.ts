import { beforeEach, describe, expect, it } from 'vitest';
import type { Drawing } from '../../src/lib/geometry/strokes';
import { Pen } from '../../src/lib/plot/pen.svelte';

let drawing: Drawing;
let commits: boolean[];
let pen: Pen;

beforeEach(() => {
  drawing = [];
  commits = [];
  pen = new Pen({
    get drawing() {
      return drawing;
    },
    width: 100,
    height: 50,
    timed: false,
    onchange(next, { commit }) {
      drawing = next;
      commits.push(commit);
    },
  });
});

/** The places of each stroke, without their times. */
const places = () => drawing.map((stroke) => stroke.map(([x, y]) => [x, y]));

describe('a pen', () => {
  it('is in the middle of empty paper, and at the end of what it has drawn', () => {
    expect(pen.at).toEqual([50, 25]);
    pen.press('keys', [10, 10], 0);
    pen.lead([[30, 10, 20]]);
    pen.lift();
    expect(pen.at).toEqual([30, 10]);
  });

  it('draws a stroke as one gesture, which ends when it is lifted', () => {
    pen.press({ pointer: 1 }, [10, 10], 0);
    pen.lead([
      [20, 20, 10],
      [30, 10, 20],
    ]);
    pen.lift();
    expect(places()).toEqual([
      [
        [10, 10],
        [20, 20],
        [30, 10],
      ],
    ]);
    expect(commits).toEqual([false, false, true]);
    expect(pen.holder).toBeUndefined();
  });

  it('moves without a mark while it is lifted', () => {
    pen.lead([[5, 5, 0]]);
    expect(pen.at).toEqual([5, 5]);
    expect(commits).toEqual([]);
  });

  it('is held by one pointer, and taken from the keys with their stroke kept', () => {
    pen.press('keys', [10, 10], 0);
    pen.press({ pointer: 7 }, [40, 40], 10);
    expect([pen.isHeldBy(7), pen.isHeldBy(8)]).toEqual([true, false]);
    pen.lift();
    expect(places()).toEqual([[[10, 10]], [[40, 40]]]);
  });

  it('gives a stroke up when it is dropped, and takes the last one away when it is undone', () => {
    pen.press('keys', [10, 10], 0);
    pen.lift();
    pen.press('keys', [20, 20], 10);
    pen.drop();
    expect(places()).toEqual([[[10, 10]]]);
    pen.undo();
    expect(drawing).toEqual([]);
    const before = commits.length;
    pen.undo();
    expect(commits).toHaveLength(before);
  });
});
