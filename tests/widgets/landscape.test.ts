import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import WidgetFrame from '../../src/lib/controls/WidgetFrame.svelte';
import { degreesOf } from '../../src/lib/geometry/circle';
import { contoursOf, type Landscape } from '../../src/lib/geometry/contours';
import type { Point } from '../../src/lib/geometry/frame';
import { moved } from '../../src/lib/state/cloud';
import type { Parameters, Values } from '../../src/lib/state/parameters';
import { Session } from '../../src/lib/state/session.svelte';
import { cloudLandscape, surroundingsOf } from '../../src/lib/widgets/cloud/landscape';
import type { CloudModel } from '../../src/lib/widgets/cloud/model';
import { loadView } from '../../src/lib/widgets/load';
import { definitions } from '../../src/lib/widgets/registry';

interface Case {
  widget: string;
  query: string;
  /** What is changed to put the point at a place. */
  put: (at: Point, values: Values<Parameters>, model: unknown) => Partial<Values<Parameters>>;
  /** The point's loss, as the widget computes it. */
  loss: (model: never) => number;
}

const ofPoint =
  (key: string): Case['put'] =>
  (at) => ({ [key]: at });
const loss = (model: { loss: number }) => model.loss;

const CASES: Case[] = [
  { widget: 'pair', query: 'land=x2', put: ofPoint('x2'), loss },
  { widget: 'pair', query: 'land=x1&y=0', put: ofPoint('x1'), loss },
  { widget: 'triplet', query: 'land=n', put: ofPoint('n'), loss },
  { widget: 'triplet', query: 'land=p&distances=plain', put: ofPoint('p'), loss },
  { widget: 'triplet', query: 'land=a&swap=yes', put: ofPoint('a'), loss },
  { widget: 'triplet', query: 'land=n&unit=yes', put: ofPoint('n'), loss },
  { widget: 'triplet', query: 'land=n&charge=soft', put: ofPoint('n'), loss },
  { widget: 'arc', query: 'land=yes', put: (at) => ({ x: degreesOf(at) }), loss },
  { widget: 'arc', query: 'land=yes&loss=cosface&s=3', put: (at) => ({ x: degreesOf(at) }), loss },
  {
    widget: 'cloud',
    query: 'land=lines&point=7',
    put: (at, { point }, model) => ({ start: moved(model as CloudModel, (point as number) - 1, at) }),
    // All pairs but those of the point stay as they are: n / 2 of the mean loss over all pairs, from a base.
    loss: ({ loss, labels }: CloudModel) => (loss * labels.length) / 2,
  },
];

const at = ({ widget, query }: Case, change: Partial<Values<Parameters>> = {}) => {
  const session = new Session(definitions[widget] as never, query);
  session.set(change);
  return { values: session.values as Values<Parameters>, model: session.model as never };
};
const landscapeIn = (one: Case) => (at(one).model as { landscape?: Landscape }).landscape;

/** Some places of the lines, within the picture and away from the origin, where directions are as good as none. */
function placesOn(landscape: Landscape) {
  return contoursOf(landscape).flatMap(({ level, rings }) => {
    const places = rings.flatMap((ring) => ring.slice(0, -1));
    const seen = places.filter(
      ([x, y]) => Math.abs(x) < 1.35 && Math.abs(y) < 1.35 && Math.hypot(x, y) > 0.3,
    );
    return seen.filter((_, i) => i % 12 === 0).map((place) => ({ level, place }));
  });
}

describe.each(CASES)('the landscape of $widget?$query', (one) => {
  const landscape = landscapeIn(one) as Landscape;
  const lossAt = (place: Point) => {
    const { values, model } = at(one);
    return one.loss(at(one, one.put(place, values, model)).model);
  };

  it('has lines along which the loss is the same and, from one to the next, as their levels say', () => {
    const places = placesOn(landscape);
    expect(new Set(places.map(({ level }) => level)).size).toBeGreaterThan(3);
    const base = lossAt(landscape.lowest.at) - landscape.lowest.value;
    const range = landscape.highest.value - landscape.lowest.value;
    for (const { level, place } of places) {
      expect(Math.abs(lossAt(place) - base - level)).toBeLessThan(0.03 * range);
    }
  });

  it('is spoken of, and drawn without a script', async () => {
    const session = new Session(definitions[one.widget] as never, one.query);
    expect(session.summary).toMatch(/moves, the loss (goes from|is at most) [\d.]+ at /);
    const View = await loadView(one.widget);
    const { body } = await render(WidgetFrame, { props: { session: session as never, View } });
    const [, drawn = ''] = /<g class="landscape[^"]*"[^>]*>(.*?)<\/g>/s.exec(body) ?? [];
    expect(drawn.match(/<path/g)?.length).toBe(landscape.levels.length);
    expect(drawn.length).toBeLessThan(30_000);
  });

  it('is not there unless it is asked for', () => {
    expect((at({ ...one, query: '' }).model as { landscape?: Landscape }).landscape).toBeUndefined();
  });

  it('stays the same object while its own point moves, and bends when another thing changes', () => {
    const session = new Session<Parameters, { landscape: Landscape }>(
      definitions[one.widget] as never,
      one.query,
    );
    const before = session.model.landscape;
    session.set(one.put([0.3, 0.4], session.values, session.model) as never);
    expect(session.model.landscape).toBe(before);
    session.set(
      (one.widget === 'arc' ? { s: 5 } : one.query.includes('soft') ? { a: [0, 0.1] } : { m: 0.7 }) as never,
    );
    expect(session.model.landscape).not.toBe(before);
  });
});

describe('the landscape of a point of a cloud', () => {
  const rules = { m: 1, pairs: 'both' } as const;
  const cloud = {
    xy: Float64Array.of(0, 0, -1.2, 0.4, -1, 0.8, 1, 0.2, 1.3, -0.5),
    labels: [0, 0, 0, 1, 1],
  };
  const { slopeAt } = surroundingsOf(cloud, 0, rules);

  it('has the gradient that central differences say', () => {
    const h = 1e-5;
    for (const [x, y] of [
      [0, 0],
      [0.8, 0.3],
      [-1, 0.5],
      [1.9, 1.9],
    ] as Point[]) {
      const { gradient } = slopeAt([x, y]);
      const numeric = [
        (slopeAt([x + h, y]).value - slopeAt([x - h, y]).value) / (2 * h),
        (slopeAt([x, y + h]).value - slopeAt([x, y - h]).value) / (2 * h),
      ];
      gradient.forEach((g, k) => expect(g).toBeCloseTo(numeric[k] ?? NaN, 7));
    }
  });

  it('has the force of the cloud as the opposite of its gradient', () => {
    const session = new Session(definitions['cloud'] as never, 'land=lines&point=4');
    const model = session.model as CloudModel;
    const { gradient } = surroundingsOf(model, 3, rules).slopeAt([model.xy[6] ?? 0, model.xy[7] ?? 0]);
    gradient.forEach((g, k) => expect(model.forces[6 + k]).toBeCloseTo(-g, 12));
  });

  it('is a well at its own class and a hill around another, and flat where nothing of its class is', () => {
    const { lowest } = cloudLandscape(cloud, 0, rules);
    expect(Math.hypot(lowest.at[0] + 1.1, lowest.at[1] - 0.6)).toBeLessThan(0.1);
    expect(slopeAt([1.3, -0.5]).value).toBeGreaterThan(slopeAt([2.4, -0.5]).value * 0.5);
    const alone = { ...cloud, labels: [2, 0, 0, 1, 1] };
    expect(cloudLandscape(alone, 0, { m: 0.5, pairs: 'both' }).free).toBeGreaterThan(0.7);
  });

  it('has a way down that ends where the loss is no greater, and is at rest', () => {
    const { wayFrom } = cloudLandscape(cloud, 0, rules);
    const way = wayFrom([2, -1.5]);
    const values = way.map((place) => slopeAt(place).value);
    values.slice(1).forEach((value, i) => expect(value).toBeLessThan(values[i] ?? NaN));
    expect(Math.hypot(...slopeAt(way.at(-1) as Point).gradient)).toBeLessThan(0.05);
  });
});
