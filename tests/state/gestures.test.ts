import { beforeEach, describe, expect, it } from 'vitest';
import { definition } from '../../src/lib/widgets/pair/definition';
import { Gestures, type Gesture } from '../../src/lib/state/gestures';
import { Session } from '../../src/lib/state/session.svelte';

let session: Session<typeof definition.parameters>;
let gestures: Gestures;

beforeEach(() => {
  session = new Session(definition, 'x1=0,0&x2=1,1');
  gestures = new Gestures();
});

const places = () => [session.values.x1, session.values.x2];

/** A hand that moves one point of the pair. */
function hand(name: 'x1' | 'x2'): Gesture & { lead: (to: [number, number]) => void } {
  const start = session.values[name];
  let now = start;
  const move = (to: typeof start, commit: boolean) => session.set({ [name]: to }, { commit });
  const gesture = {
    rewind: () => move(start, false),
    resume: () => move(now, false),
    finish: () => move(session.values[name], true),
    lead(to: [number, number]) {
      now = to;
      move(to, false);
    },
  };
  gestures.begin(gesture);
  return gesture;
}

describe('two hands at a time', () => {
  it.each(['first', 'last'])('are undone one by one when the one that began %s ends first', (which) => {
    const [a, b] = [hand('x1'), hand('x2')];
    a.lead([0.5, 0]);
    b.lead([1, 0.5]);
    a.lead([0.7, 0]);
    gestures.end(which === 'first' ? a : b);
    a.lead([0.9, 0]);
    b.lead([1, 0.2]);
    gestures.end(which === 'first' ? b : a);
    const ended =
      which === 'first'
        ? [
            [0.7, 0],
            [1, 1],
          ]
        : [
            [0, 0],
            [1, 0.5],
          ];

    session.undo();
    expect(places()).toEqual(ended);
    session.undo();
    expect(places()).toEqual([
      [0, 0],
      [1, 1],
    ]);
    expect(session.canUndo).toBe(false);
  });

  it('end once', () => {
    const a = hand('x1');
    a.lead([0.5, 0]);
    gestures.end(a);
    gestures.end(a);
    session.undo();
    expect(session.canUndo).toBe(false);
  });
});
