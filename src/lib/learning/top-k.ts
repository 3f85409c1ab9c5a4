import type { Pictures } from './pictures';

/** Keeps the k smallest of what it is offered, nearest first; of equals the first that came. */
export class TopK {
  readonly indices: Int32Array;
  readonly distances: Float64Array;

  constructor(k: number) {
    this.indices = new Int32Array(k);
    this.distances = new Float64Array(k);
    this.clear();
  }

  clear(): void {
    this.indices.fill(-1);
    this.distances.fill(Infinity);
  }

  push(i: number, distance: number): void {
    const { indices, distances } = this;
    let place = distances.length - 1;
    if (!(distance < (distances[place] as number))) return;
    for (; place > 0 && distance < (distances[place - 1] as number); place--) {
      distances[place] = distances[place - 1] as number;
      indices[place] = indices[place - 1] as number;
    }
    distances[place] = distance;
    indices[place] = i;
  }
}

/**
 * For each picture the k others that are nearest to it in pixel space, by the Euclidean distance: count × k of them.
 * It pauses after every picture, so that it can be spread over time: run it to its end.
 */
export function* nearestNeighbours(pictures: Pictures, k: number): Generator<number, Uint32Array> {
  const { count, pixels, starts, index, values } = pictures;
  const squares = Float64Array.from({ length: count }, (_, i) => {
    let sum = 0;
    for (let e = starts[i] as number; e < (starts[i + 1] as number); e++) sum += (values[e] as number) ** 2;
    return sum;
  });
  const out = new Uint32Array(count * k);
  const own = new Float64Array(pixels);
  const nearest = new TopK(k);
  for (let i = 0; i < count; i++) {
    own.fill(0);
    for (let e = starts[i] as number; e < (starts[i + 1] as number); e++) {
      own[index[e] as number] = values[e] as number;
    }
    nearest.clear();
    for (let j = 0; j < count; j++) {
      if (j === i) continue;
      let dot = 0;
      const end = starts[j + 1] as number;
      for (let e = starts[j] as number; e < end; e++) {
        dot += (own[index[e] as number] as number) * (values[e] as number);
      }
      nearest.push(j, (squares[j] as number) - 2 * dot);
    }
    out.set(nearest.indices, i * k);
    yield i;
  }
  return out;
}
