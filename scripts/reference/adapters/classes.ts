import {
  arcFace,
  center,
  combinedMargin,
  cosFace,
  normalizedSoftmax,
  proxyAnchor,
  proxyNca,
  sphereFace,
  subCenterArcFace,
  type BatchLoss,
} from '../../../src/lib/losses';
import { reader, type Adapter, type Computed } from '../adapter';

type Reader = ReturnType<typeof reader>;

const computed = ({ loss, items, gradient }: BatchLoss<Record<string, number[][]>>): Computed => ({
  value: loss,
  items,
  gradient,
});

/** The inputs of a case with class weights, in the order of the library's arguments. */
const classes = (read: Reader) => [read.rows('x'), read.rows('W'), read.numbers('labels')] as const;

const proxies = (read: Reader) => [read.rows('x'), read.rows('proxies'), read.numbers('labels')] as const;

export const classAdapters: Record<string, Adapter> = {
  arcface(reference) {
    const read = reader(reference);
    return computed(arcFace(...classes(read), { m: read.real('m'), s: read.real('s') }));
  },
  arcface_easy(reference) {
    const read = reader(reference);
    const past = read.flag('easy_margin') ? 'easy' : 'guard';
    return computed(arcFace(...classes(read), { m: read.real('m'), s: read.real('s'), past }));
  },
  arcface_insightface(reference) {
    const read = reader(reference);
    const options = { past: 'none', gradient: 'straight-through' } as const;
    return computed(arcFace(...classes(read), { m: read.real('m'), s: read.real('s'), ...options }));
  },
  /** That program's m₁ is the margin on the angle and its m₂ the one on the cosine: our m₂ and m₃. */
  combined_margin(reference) {
    const read = reader(reference);
    const [m2, m3, s] = [read.real('m1'), read.real('m2'), read.real('s')];
    return computed(combinedMargin(...classes(read), { m2, m3, s }));
  },
  cosface(reference) {
    const read = reader(reference);
    return computed(cosFace(...classes(read), { m: read.real('m'), s: read.real('s') }));
  },
  normalized_softmax(reference) {
    const read = reader(reference);
    return computed(normalizedSoftmax(...classes(read), { temperature: read.real('temperature') }));
  },
  sphereface(reference) {
    const read = reader(reference);
    return computed(sphereFace(...classes(read), { m: read.real('m'), s: read.real('s') }));
  },
  subcenter_arcface(reference) {
    const read = reader(reference);
    const K = read.real('sub_centers');
    return computed(subCenterArcFace(...classes(read), { m: read.real('m'), s: read.real('s'), K }));
  },
  /** That program has no factor ½, and a mean. */
  center(reference) {
    const read = reader(reference);
    const inputs = [read.rows('x'), read.rows('centers'), read.numbers('labels')] as const;
    return computed(center(...inputs, { half: false, reducer: 'mean' }));
  },
  proxy_nca(reference) {
    const read = reader(reference);
    return computed(proxyNca(...proxies(read), { k: read.real('softmax_scale'), own: true }));
  },
  proxy_anchor(reference) {
    const read = reader(reference);
    const options = { delta: read.real('margin'), alpha: read.real('alpha') };
    return computed(proxyAnchor(...proxies(read), options));
  },
};
