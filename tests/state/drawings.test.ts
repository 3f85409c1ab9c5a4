import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawings } from '../../src/lib/state/drawings';
import { decode } from '../../src/lib/state/query';

const most = { drawings: 2, strokes: 3, points: 8 };
const plain = drawings({ label: 'drawing', width: 100, height: 60, most });
const timed = drawings({ label: 'signature', width: 100, height: 60, most, timed: true });

describe('drawings as text', () => {
  it('separate points by semicolons, strokes by “~” and drawings by “!”', () => {
    expect(plain.parse('10,10;10,50~5,30!7,8')).toEqual([
      [
        [
          [10, 10, 0],
          [10, 50, 0],
        ],
        [[5, 30, 0]],
      ],
      [[[7, 8, 0]]],
    ]);
    expect(plain.parse('')).toEqual([]);
  });

  it('carry the time where it counts', () => {
    expect(timed.parse('10,10,0;10,50,12')).toEqual([
      [
        [
          [10, 10, 0],
          [10, 50, 12],
        ],
      ],
    ]);
    expect(() => timed.parse('10,10;10,50')).toThrow(/“x,y,t”/);
  });

  it('come back from any values that a hand can give, attached onto the grid', () => {
    const place = fc.double({ min: -50, max: 200, noNaN: true });
    const values = fc.array(
      fc.array(fc.array(fc.tuple(place, place, place), { maxLength: 12 }), { maxLength: 5 }),
      { maxLength: 4 },
    );
    for (const parameter of [plain, timed]) {
      fc.assert(
        fc.property(values, (value) => {
          const clamped = parameter.clamp(value);
          expect(parameter.parse(parameter.format(clamped))).toEqual(clamped);
        }),
      );
    }
  });

  it.each([
    ['a place off the pad', '10,61'],
    ['a fraction', '1.5,2'],
    ['a word', 'ten,2'],
    ['a point without a y', '10'],
    ['an empty stroke', '10,10~'],
    ['more drawings than there is room for', '1,1!2,2!3,3'],
    ['more strokes', '1,1~2,2~3,3~4,4'],
    ['more points', '1,1;1,2;1,3;1,4;1,5;1,6;1,7;1,8;1,9'],
  ])('are refused for %s, with what is allowed', (_, text) => {
    expect(() => plain.parse(text)).toThrow(/up to 2 drawings.*x from 0 to 100, y from 0 to 60, is expected/);
  });

  it('are refused when time goes back', () => {
    expect(() => timed.parse('1,1,5;1,2,4')).toThrow(/never falls/);
  });

  it('are named with their field and the beginning of a long value in what the reader is told', () => {
    const long = Array(400).fill('1,1').join(';');
    const { notices } = decode({ strokes: plain }, `strokes=${encodeURIComponent(long)}`);
    expect(notices[0]?.message).toMatch(/^strokes: up to 2 drawings/);
    expect(notices[0]?.message).toMatch(/not “1,1;1,1.*…”$/);
    expect(notices[0]?.message.length).toBeLessThan(400);
  });
});
