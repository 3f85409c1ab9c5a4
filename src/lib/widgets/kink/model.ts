import { contrastive, contrastiveOfDistance } from '../../losses';

export type Treatment = 'naive' | 'epsilon' | 'ours';

export interface KinkValues {
  D: number;
  treatment: Treatment;
  eps: '1e-4' | '1e-6' | '1e-9';
  m: number;
}

/** One factor of the chain rule: what it is, and what it comes to here. */
interface Step {
  quantity: string;
  rule: string;
  value: number;
}

/** The gradient as a number, or the words for what arithmetic leaves when it has none. */
type Gradient = number | 'not a number';

const said = (value: number): Gradient => (Number.isNaN(value) ? 'not a number' : value);

/**
 * Length of ∂L/∂x₁ for a dissimilar pair as the chain rule through √(D² + ε) gives it, factor by factor.
 * With ε = 0 and D = 0 the last product is 0 · ∞.
 */
export function throughRoot(D: number, eps: number, m: number) {
  const square = D * D + eps;
  const root = Math.sqrt(square);
  const { loss, slope } = contrastiveOfDistance(root, 1, { m });
  const rootSlope = 1 / (2 * root);
  const squareSlope = 2 * D;
  return {
    square,
    root,
    loss,
    slope,
    rootSlope,
    squareSlope,
    gradient: Math.abs(slope) * rootSlope * squareSlope,
  };
}

/** Length of the gradient that the loss library gives: zero where the points coincide, by convention. */
export function byConvention(D: number, m: number) {
  const { loss, slope, gradient } = contrastive([0], [D], 1, { m });
  return { loss, slope, gradient: Math.abs(gradient.x1[0] ?? 0) };
}

function rootSteps({ D, eps, m }: { D: number; eps: number; m: number }): Step[] {
  const chain = throughRoot(D, eps, m);
  const inside = eps > 0 ? 's + ε' : 's';
  return [
    { quantity: 's', rule: '‖x₁ − x₂‖²', value: D * D },
    { quantity: 'D', rule: `√(${inside})`, value: chain.root },
    { quantity: 'L', rule: '½ max(0, m − D)²', value: chain.loss },
    { quantity: '∂L/∂D', rule: '−max(0, m − D)', value: chain.slope },
    { quantity: '∂D/∂s', rule: `1 / (2√(${inside}))`, value: chain.rootSlope },
    { quantity: '‖∂s/∂x₁‖', rule: '2‖x₁ − x₂‖', value: chain.squareSlope },
    { quantity: '‖∂L/∂x₁‖', rule: 'the product of these three', value: chain.gradient },
  ];
}

function ourSteps(D: number, m: number): Step[] {
  const ours = byConvention(D, m);
  return [
    { quantity: 'D', rule: '‖x₁ − x₂‖', value: D },
    { quantity: 'L', rule: '½ max(0, m − D)²', value: ours.loss },
    { quantity: '∂L/∂D', rule: '−max(0, m − D)', value: ours.slope },
    {
      quantity: '‖∂D/∂x₁‖',
      rule: D > 0 ? 'a unit vector' : 'no direction: 0, by convention',
      value: D > 0 ? 1 : 0,
    },
    { quantity: '‖∂L/∂x₁‖', rule: 'the product of these two', value: ours.gradient },
  ];
}

/** A dissimilar pair close to the kink of the loss at D = 0, under three ways to differentiate there. */
export function kinkModel({ D, treatment, eps: written, m }: KinkValues) {
  const eps = Number(written);
  const gradients = {
    naive: said(throughRoot(D, 0, m).gradient),
    epsilon: said(throughRoot(D, eps, m).gradient),
    ours: said(byConvention(D, m).gradient),
  };
  const steps = {
    naive: () => rootSteps({ D, eps: 0, m }),
    epsilon: () => rootSteps({ D, eps, m }),
    ours: () => ourSteps(D, m),
  }[treatment]();
  return {
    D,
    m,
    eps,
    treatment,
    steps,
    gradients,
    gradient: gradients[treatment],
    loss: treatment === 'epsilon' ? throughRoot(D, eps, m).loss : byConvention(D, m).loss,
    /** The smallest distance that the loss sees. */
    floor: treatment === 'epsilon' ? Math.sqrt(eps) : 0,
  };
}

export type KinkModel = ReturnType<typeof kinkModel>;
