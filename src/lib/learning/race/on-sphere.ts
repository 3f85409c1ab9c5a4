/**
 * A loss of the embeddings divided by their lengths, x̂ = x/‖x‖, and its gradient for x itself: ∂L/∂x = (g − (g·x̂) x̂)/‖x‖
 * with g = ∂L/∂x̂. A zero vector has no direction: it stays zero and has no gradient, by convention.
 *
 * @param embeddings flat, `dim` numbers each
 */
export function onSphere(
  embeddings: Float64Array,
  dim: number,
  loss: (unit: Float64Array) => { loss: number; slopes: Float64Array },
): { loss: number; slopes: Float64Array } {
  const unit = Float64Array.from(embeddings);
  const lengths: number[] = [];
  for (let o = 0; o < unit.length; o += dim) {
    let square = 0;
    for (let k = 0; k < dim; k++) square += (unit[o + k] as number) ** 2;
    const length = Math.sqrt(square);
    lengths.push(length);
    if (length > 0) for (let k = 0; k < dim; k++) unit[o + k] = (unit[o + k] as number) / length;
  }
  const found = loss(unit);
  const slopes = new Float64Array(embeddings.length);
  lengths.forEach((length, i) => {
    if (length === 0) return;
    const o = i * dim;
    let along = 0;
    for (let k = 0; k < dim; k++) along += (found.slopes[o + k] as number) * (unit[o + k] as number);
    for (let k = 0; k < dim; k++) {
      slopes[o + k] = ((found.slopes[o + k] as number) - along * (unit[o + k] as number)) / length;
    }
  });
  return { loss: found.loss, slopes };
}
