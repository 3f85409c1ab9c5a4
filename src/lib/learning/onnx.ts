import type { Numbers } from './pictures';
import { joined, message, bytes, text, whole, type Field } from './protobuf';
import { littleEndian, type SavedNetwork } from './saved';
import { shapeOf } from './shape';
import { noWeights } from './weights';

/** The version of the file's form, and that of the operators' meanings; both of ONNX 1.8. */
const IR_VERSION = 7;
const OPSET = 13;

/** The types that the format knows, of those used here. */
const FLOAT = 1;
const INT_ATTRIBUTE = 2;

/** A tensor of weights: `TensorProto`. */
const initializer = (name: string, dims: readonly number[], values: Numbers): Field =>
  message(
    5,
    ...dims.map((length) => whole(1, length)),
    whole(2, FLOAT),
    text(8, name),
    bytes(9, littleEndian(Float32Array.from(values))),
  );

/** An operation: `NodeProto`, with attributes that are whole numbers. */
const node = (
  op: string,
  inputs: readonly string[],
  output: string,
  attributes: Record<string, number> = {},
) =>
  message(
    1,
    ...inputs.map((name) => text(1, name)),
    text(2, output),
    text(3, `${op}_${output}`),
    text(4, op),
    ...Object.entries(attributes).map(([name, value]) =>
      message(5, text(1, name), whole(3, value), whole(20, INT_ATTRIBUTE)),
    ),
  );

/** `ValueInfoProto` of rows, as many as one likes, of `width` numbers each. */
const rows = (field: number, name: string, width: number): Field => {
  const shape = message(2, message(1, text(2, 'N')), message(1, whole(1, width)));
  return message(field, text(1, name), message(2, message(1, whole(1, FLOAT), shape)));
};

/**
 * A trained network as a file of the Open Neural Network Exchange, whose one function is
 *
 *     embeddings [N, d] = Gemm(Relu(Gemm(pictures [N, side²], W1, b1)), W2ᵀ, b2)
 *
 * in single precision. Pictures are greys from 0 for paper to 1 for ink, row after row. The settings and the steps are
 * in its metadata. Class weights are left out: they are no part of embedding.
 *
 * @see https://github.com/onnx/onnx/blob/v1.8.0/onnx/onnx.proto for the numbers of the fields
 */
export function onnxModel({ settings, steps, weights }: SavedNetwork): Field {
  const shape = shapeOf(settings);
  const { inputs, hidden, dim } = shape;
  const parts = noWeights(shape);
  parts.all.set(weights);
  const graph = message(
    7,
    node('Gemm', ['pictures', 'W1', 'b1'], 'sums'),
    node('Relu', ['sums'], 'h'),
    node('Gemm', ['h', 'W2', 'b2'], 'embeddings', { transB: 1 }),
    text(2, 'embedding'),
    initializer('W1', [inputs, hidden], parts.W1),
    initializer('b1', [hidden], parts.b1),
    initializer('W2', [dim, hidden], parts.W2),
    initializer('b2', [dim], parts.b2),
    rows(11, 'pictures', inputs),
    rows(12, 'embeddings', dim),
  );
  const metadata = Object.entries({
    ...settings,
    steps,
    data: 'MNIST by LeCun, Cortes and Burges, CC BY-SA 3.0',
  });
  return joined(
    whole(1, IR_VERSION),
    text(2, 'contrastive-loss-by-hand'),
    text(6, `Pictures of ${settings.side} × ${settings.side} greys, from 0 for paper to 1 for ink.`),
    graph,
    message(8, whole(2, OPSET)),
    ...metadata.map(([key, value]) => message(14, text(1, key), text(2, String(value)))),
  );
}
