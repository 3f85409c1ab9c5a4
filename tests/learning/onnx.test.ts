import protobuf from 'protobufjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { onnxModel, settingsFrom, Trainer } from '../../src/lib/learning';
import { digitsFor } from './support/data';

interface Tensor {
  name: string;
  dims: number[];
  dataType: number;
  rawData: Uint8Array;
}

interface Node {
  input: string[];
  output: string[];
  opType: string;
  attribute: { name: string; i: number }[];
}

interface Value {
  name: string;
  type: { tensorType: { elemType: number; shape: { dim: { dimValue?: number; dimParam?: string }[] } } };
}

interface Model {
  irVersion: number;
  opsetImport: { version: number }[];
  metadataProps: { key: string; value: string }[];
  graph: { node: Node[]; initializer: Tensor[]; input: Value[]; output: Value[] };
}

type Matrix = number[][];

const transposed = (rows: Matrix): Matrix =>
  (rows[0] ?? []).map((_, k) => rows.map((row) => row[k] as number));

/** What the format says of the operations that are used here. */
const OPERATIONS: Record<string, (inputs: Matrix[], attributes: Record<string, number>) => Matrix> = {
  Gemm([A = [], B = [], C = []], { transB = 0 }) {
    const columns = transB ? B : transposed(B);
    const bias = C.flat();
    return A.map((row) =>
      columns.map((column, k) =>
        row.reduce((sum, a, j) => sum + a * (column[j] as number), bias[k] as number),
      ),
    );
  },
  Relu: ([X = []]) => X.map((row) => row.map((x) => Math.max(0, x))),
};

function matrixOf({ dims, rawData }: Tensor): Matrix {
  const view = new DataView(rawData.buffer, rawData.byteOffset, rawData.byteLength);
  const width = dims.at(-1) as number;
  return Array.from({ length: rawData.length / 4 / width }, (_, i) =>
    Array.from({ length: width }, (_, k) => view.getFloat32(4 * (i * width + k), true)),
  );
}

/** Carries the nodes of a graph out, one after the other. */
function run({ graph }: Model, pictures: Matrix): Matrix {
  const known = new Map(graph.initializer.map((tensor) => [tensor.name, matrixOf(tensor)]));
  known.set(graph.input[0]?.name ?? '', pictures);
  for (const { opType, input, output, attribute } of graph.node) {
    const attributes = Object.fromEntries(attribute.map(({ name, i }) => [name, i]));
    const operation = OPERATIONS[opType];
    if (!operation) throw new Error(`${opType} is no operation of this test`);
    known.set(
      output[0] ?? '',
      operation(
        input.map((name) => known.get(name) as Matrix),
        attributes,
      ),
    );
  }
  return known.get(graph.output[0]?.name ?? '') as Matrix;
}

const settings = settingsFrom({ seed: 3, classes: [4, 9], loss: 'arcface', margin: 0.5 });
const { train, held } = digitsFor(settings.classes, { most: 30 });
const trainer = new Trainer(settings, train);
for (let k = 0; k < 5; k++) trainer.step();
const weights = Float32Array.from(trainer.weights.all);

describe('a network as an ONNX model', () => {
  let model: Model;
  beforeAll(async () => {
    const root = await protobuf.load('tests/learning/support/onnx.proto');
    const type = root.lookupType('ModelProto');
    model = type.toObject(type.decode(onnxModel({ settings, steps: 5, weights })), {
      longs: Number,
      arrays: true,
    }) as Model;
  });

  it('says the version of its form and of its operations', () => {
    expect(model.irVersion).toBe(7);
    expect(model.opsetImport).toEqual([{ version: 13 }]);
  });

  it('takes any number of pictures of 196 greys and gives as many embeddings, in single precision', () => {
    const shapes = [...model.graph.input, ...model.graph.output].map(({ name, type: { tensorType } }) => [
      name,
      tensorType.elemType,
      ...tensorType.shape.dim.map(({ dimValue, dimParam }) => dimValue ?? dimParam),
    ]);
    expect(shapes).toEqual([
      ['pictures', 1, 'N', 196],
      ['embeddings', 1, 'N', 2],
    ]);
  });

  it('embeds held-out digits where the network does', () => {
    const { pictures } = held;
    const rows = Array.from({ length: pictures.count }, (_, i) => {
      const row = new Array<number>(pictures.pixels).fill(0);
      for (let k = pictures.starts[i] as number; k < (pictures.starts[i + 1] as number); k++) {
        row[pictures.index[k] as number] = pictures.values[k] as number;
      }
      return row;
    });
    const found = run(model, rows).flat();
    const expected = trainer.embed(pictures);
    expect(found).toHaveLength(expected.length);
    expect(new Set(found).size).toBeGreaterThan(50);
    found.forEach((value, k) => expect(value).toBeCloseTo(expected[k] as number, 9));
  });

  it('carries how it came about, and nothing of the classes', () => {
    const entries = Object.fromEntries(model.metadataProps.map(({ key, value }) => [key, value]));
    expect(entries).toMatchObject({ steps: '5', seed: '3', classes: '4,9', loss: 'arcface', margin: '0.5' });
    expect(entries.data).toContain('MNIST');
    expect(model.graph.initializer.map(({ name, dims }) => [name, ...dims])).toEqual([
      ['W1', 196, 64],
      ['b1', 64],
      ['W2', 2, 64],
      ['b2', 2],
    ]);
  });
});
