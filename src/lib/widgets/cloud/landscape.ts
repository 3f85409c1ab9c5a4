import { descentPath, landscapeOf, planeField, type Landscape } from '../../geometry/contours';
import type { Point } from '../../geometry/frame';
import { contrastiveOfDistance } from '../../losses';
import type { Cloud } from '../../state/parameters';

/** The plane is the square [−EDGE, EDGE]²; no point leaves it. */
export const EDGE = 2.5;
export const inside = (v: number): number => Math.min(EDGE, Math.max(-EDGE, v));

/** What one point of a cloud feels, wherever it might be. */
export interface Surroundings {
  /** The mean loss of its n − 1 pairs at a place, and its gradient, whose opposite is the force on the point. */
  slopeAt(at: Point): { value: number; gradient: Point };
}

interface Rules {
  m: number;
  pairs: 'both' | 'similar';
}

/**
 * The mean contrastive loss of point i with all others, as a function of its place. Over the k others of its class, of
 * mean μ, it needs no sum at each place:
 *
 *     Σⱼ ½ ‖x − xⱼ‖² = k ½ ‖x − μ‖² + Σⱼ ½ ‖xⱼ − μ‖²
 */
export function surroundingsOf({ xy, labels }: Cloud, i: number, { m, pairs }: Rules): Surroundings {
  const others = Math.max(1, labels.length - 1);
  const at = (j: number): Point => [xy[2 * j] as number, xy[2 * j + 1] as number];
  const own = labels.flatMap((label, j) => (j !== i && label === labels[i] ? [at(j)] : []));
  const rivals = Float64Array.from(
    pairs === 'both' ? labels.flatMap((label, j) => (label === labels[i] ? [] : at(j))) : [],
  );
  const mean = (axis: 0 | 1) => own.reduce((sum, place) => sum + place[axis], 0) / Math.max(1, own.length);
  const [mx, my] = [mean(0), mean(1)];
  const similar = (x: number, y: number) => contrastiveOfDistance(Math.hypot(x - mx, y - my), 0);
  const spread = own.reduce((sum, [x, y]) => sum + similar(x, y).loss, 0);
  const options = { m };
  const reach = m * m;

  function slopeAt([x, y]: Point) {
    const well = similar(x, y);
    const D = Math.hypot(x - mx, y - my);
    let value = own.length > 0 ? own.length * well.loss + spread : 0;
    let pull = D > 0 ? (own.length * well.slope) / D : 0;
    let [gx, gy] = [pull * (x - mx), pull * (y - my)];
    for (let k = 0; k < rivals.length; k += 2) {
      const [dx, dy] = [x - (rivals[k] as number), y - (rivals[k + 1] as number)];
      const square = dx * dx + dy * dy;
      if (square >= reach) continue;
      const distance = Math.sqrt(square);
      const hill = contrastiveOfDistance(distance, 1, options);
      value += hill.loss;
      pull = distance > 0 ? hill.slope / distance : 0;
      gx += pull * dx;
      gy += pull * dy;
    }
    return { value: value / others, gradient: [gx / others, gy / others] as const };
  }
  return { slopeAt };
}

/** From so many points on, the map is coarser, so that it can still follow a run. */
const MANY = 300;
const COARSE = 900;
const SPAN = [-EDGE, EDGE] as const;

export interface CloudLandscape extends Landscape {
  /** The way of steepest descent from where the point is. */
  wayFrom(at: Point): Point[];
}

/** The landscape that point i lies in. */
export function cloudLandscape(cloud: Cloud, i: number, rules: Rules): CloudLandscape {
  const { slopeAt } = surroundingsOf(cloud, i, rules);
  const cells = cloud.labels.length > MANY ? COARSE : undefined;
  const field = planeField({ x: SPAN, y: SPAN }, (x, y) => slopeAt([x, y]).value, cells);
  return {
    ...landscapeOf(field, 4),
    wayFrom: (at) =>
      descentPath(at, slopeAt, { step: EDGE / 50, most: 400, inside: ([x, y]) => [inside(x), inside(y)] }),
  };
}
