/**
 * A small network, its training and the digits that it learns from: without a framework, on typed arrays.
 *
 * A widget uses {@link Training}, which does everything in a worker. Tests and scripts use {@link Trainer} directly:
 * `new Trainer(settings, labelled([…greys of each class…], side², { scale: 1 / 255 }))`, then `step()`.
 */
export * from './client';
export * from './digits';
export * from './evaluate';
export * from './load-digits';
export * from './measure';
export type { HeldOut, Snapshot } from './messages';
export * from './top-k';
export * from './network';
export * from './objective';
export * from './onnx';
export * from './optimiser';
export * from './pictures';
export * from './pytorch';
export * from './sampling';
export * from './saved';
export * from './settings';
export * from './shape';
export * from './trainer';
export * from './weights';
