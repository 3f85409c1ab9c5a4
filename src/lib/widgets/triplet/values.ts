import type { Vec2 } from '../../state/parameters';

export interface TripletValues {
  a: Vec2;
  p: Vec2;
  n: Vec2;
  m: number;
  distances: 'squared' | 'plain';
  charge: 'hinge' | 'soft';
  unit: boolean;
  swap: boolean;
  /** The point whose places the landscape is about. */
  land: 'none' | 'a' | 'p' | 'n';
}
