/**
 * Search among points and clustering of them, with the scores of both; no drawing, no network, no package.
 *
 * Why no package: ml-kmeans and ml-hclust bring ml-matrix along, 26 kB of compressed code where these files take 3; the one
 * gives whole iterations where a reader should see each half of them, the other copies the matrix of distances at every
 * merge. density-clustering does not say in which order it goes, and hnsw keeps its walk to itself. Each algorithm here is
 * compared with scikit-learn's in `tests/clustering/`.
 */
export * from './dbscan';
export * from './k-means';
export * from './linkage';
export * from './points';
export * from './point-sets';
export * from './retrieval';
export * from './scores';
export * from './small-world';
export * from './words';
