import { covarianceOf, effectiveNumber, eigenvalues } from '../../learning/spectrum';
import { alignmentUniformity, normalise, uniformity } from '../../losses';
import { Trajectory } from '../../state/descent';
import { batchAt, heldOut, type Views } from './data';
import { methodOf, type Method, type Slopes } from './methods';
import { networkOf, outer, sumOf, times, type Network } from './network';

/** Every weight shrinks by so much of itself, times the rate, at each step. */
const DECAY = 0.02;

export interface CollapseValues {
  method: Method;
  /** How many of the six numbers of an input the views drown in noise. */
  drowned: number;
  seed: number;
  t: number;
}

interface State {
  t: number;
  network: Network;
  /** The batch of this step, and what it asks of the weights. */
  batch: Views;
  slopes: Slopes;
}

function stateOf(network: Network, t: number, { method, drowned, seed }: CollapseValues): State {
  const batch = batchAt(seed, t, drowned);
  const [za, zb] = [times(network.W, batch.a, network.c), times(network.W, batch.b, network.c)];
  return { t, network, batch, slopes: methodOf(method).slopes(network, za, zb) };
}

/** One step of gradient descent with weight decay, on a fresh batch. */
function step({ t, network, batch, slopes }: State, values: CollapseValues): State {
  const { rate } = methodOf(values.method);
  const moved = (M: readonly (readonly number[])[], G: readonly (readonly number[])[]) =>
    M.map((row, i) => row.map((w, k) => w - rate * ((G[i]?.[k] ?? 0) + DECAY * w)));
  const bias = [...slopes.a, ...slopes.b];
  const [c = []] = moved(
    [network.c],
    [network.c.map((_, k) => bias.reduce((sum, row) => sum + (row[k] ?? 0), 0))],
  );
  const next = {
    W: moved(network.W, sumOf(outer(slopes.a, batch.a), outer(slopes.b, batch.b))),
    c,
    V: slopes.V ? moved(network.V, slopes.V) : network.V,
  };
  return stateOf(next, t + 1, values);
}

export type Memory = Trajectory<State, number>;

/** Embeddings on the unit sphere. */
const directions = ({ W, c }: Network, views: number[][]) => times(W, views, c).map((z) => normalise(z).unit);

/**
 * A linear network on two views of random inputs, trained without labels by one of six methods for `t` steps, and what its
 * embeddings of held-out inputs fill: the spectrum of their covariance, after division by their length.
 * @param memory what the caller keeps from one call to the next, to save steps already taken
 */
export function collapseModel(values: CollapseValues, memory: Memory = new Trajectory()) {
  const { method, drowned, seed, t } = values;
  const { now, notes } = memory.run(
    [method, drowned, seed],
    t,
    () => stateOf(networkOf(seed), 0, values),
    (state) => step(state, values),
    ({ slopes }) => slopes.loss,
  );
  const views = heldOut(seed, drowned);
  const [a, b] = [directions(now.network, views.a), directions(now.network, views.b)];
  const spectrum = eigenvalues(covarianceOf([...a, ...b]));
  return {
    method,
    t,
    a,
    b,
    loss: now.slopes.loss,
    history: notes,
    spectrum,
    /** The sum of the spectrum: 1 less the squared length of the mean embedding, 0 in a collapse. */
    spread: spectrum.reduce((sum, value) => sum + value, 0),
    rank: effectiveNumber(spectrum),
    alignment: alignmentUniformity(a, b, { lambda: 0 }).loss,
    uniformity: uniformity([...a, ...b]).value,
  };
}

export type CollapseModel = ReturnType<typeof collapseModel>;
