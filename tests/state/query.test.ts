import { describe, expect, it } from 'vitest';
import { choice, cloud, number, point, toggle } from '../../src/lib/state/parameters';
import { statesEqual, decode, defaults, encode } from '../../src/lib/state/query';

const parameters = {
  m: number({ label: 'margin', default: 1, min: 0.1, max: 3, step: 0.05 }),
  n: number({ label: 'points', default: 40, min: 20, max: 300, step: 1 }),
  y: choice({
    label: 'pair',
    default: '1',
    options: [
      { value: '0', label: 'similar' },
      { value: '1', label: 'dissimilar' },
    ],
  }),
  forces: toggle({ label: 'forces', default: false }),
  x1: point({ label: 'x₁', default: [0, 0], min: [-2, -2], max: [2, 2] }),
  start: cloud({ label: 'points', min: -2, max: 2, most: 3, classes: 2 }),
};

describe('a state as a query', () => {
  it('leaves defaults out', () => {
    expect(encode(parameters, defaults(parameters))).toBe('');
  });

  it('reads back what it wrote, for every kind of parameter', () => {
    const query = 'm=2.5&n=60&y=0&forces=yes&x1=0.4,-0.3&start=0.5,-1,0;1.25,0,1';
    const { values, notices } = decode(parameters, query);
    expect(notices).toEqual([]);
    expect(encode(parameters, values)).toBe(query);
  });

  it.each([
    ['m=7', 'm: a number from 0.1 to 3 is expected, not “7”'],
    ['m=', 'm: a number from 0.1 to 3 is expected, not “”'],
    ['m=NaN', 'm: a number from 0.1 to 3 is expected, not “NaN”'],
    ['n=40.5', 'n: a whole number from 20 to 300 is expected, not “40.5”'],
    ['forces=true', 'forces: yes or no is expected, not “true”'],
    ['x1=0.4', 'x1: two numbers “x,y” with x from -2 to 2 and y from -2 to 2 is expected, not “0.4”'],
  ])('keeps the default and says what is allowed for %s', (query, message) => {
    const { values, notices } = decode(parameters, query);
    expect(values).toEqual(defaults(parameters));
    expect(notices.map((notice) => notice.message)).toEqual([message]);
  });

  it('reads a number to the six decimals that it writes, so that none is too fine to compute with', () => {
    const { values } = decode(parameters, 'm=1.23456789&x1=4e-274,-1e-9');
    expect(values.m).toBe(1.234568);
    expect(values.x1).toEqual([0, 0]);
  });

  it('names the nearest parameter for an unknown one, even one that every object has', () => {
    const { notices } = decode(parameters, 'x=1,1&toString=1');
    expect(notices[0]?.message).toContain('no parameter “x”; the nearest is');
    expect(notices[1]?.message).toContain('no parameter “toString”');
  });

  it('names the nearest value for an unknown choice', () => {
    expect(decode(parameters, 'y=10').notices[0]?.message).toContain('the nearest is “');
  });

  it('refuses more points than the widget can hold', () => {
    const { values, notices } = decode(parameters, 'start=0,0,0;0,0,0;0,0,0;0,0,0');
    expect(values.start).toBeNull();
    expect(notices).toHaveLength(1);
  });
});

describe('two states agree', () => {
  const begin = decode(parameters, 'start=0.5,0.25,1').values;

  it('when they read the same, whether or not they are the same object', () => {
    expect(statesEqual(parameters, begin, decode(parameters, 'start=0.5,0.25,1').values)).toBe(true);
    expect(statesEqual(parameters, begin, begin)).toBe(true);
  });

  it('and no longer when one parameter differs', () => {
    expect(statesEqual(parameters, begin, decode(parameters, 'start=0.5,0.26,1').values)).toBe(false);
    expect(statesEqual(parameters, begin, defaults(parameters))).toBe(false);
  });
});
