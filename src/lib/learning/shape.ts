import type { Settings } from './settings';

/** What a network with one hidden layer, and with a row for each class beside it, is made of. */
export interface Shape {
  /** Pixels of a picture. */
  inputs: number;
  hidden: number;
  /** Dimension of the embedding, d. */
  dim: number;
  /** Rows of class weights, for losses that have them; 0 for none. */
  classes: number;
}

/** How many weights a network has. */
export const weightCount = ({ inputs, hidden, dim, classes }: Shape): number =>
  inputs * hidden + hidden + dim * hidden + dim + classes * dim;

/** The shape of the network that settings ask for. There is always room for the rows of the classes. */
export const shapeOf = ({ side, hidden, dim, classes }: Settings): Shape => ({
  inputs: side * side,
  hidden,
  dim,
  classes: classes.length,
});
