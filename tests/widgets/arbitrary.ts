import fc from 'fast-check';
import type { AnyParameter, Parameters } from '../../src/lib/state/parameters';

function arbitraryOf(parameter: AnyParameter): fc.Arbitrary<unknown> {
  switch (parameter.kind) {
    case 'number':
      return fc
        .double({ min: parameter.min, max: parameter.max, noNaN: true })
        .map((value) => parameter.parse(parameter.format(parameter.clamp(value))));
    case 'choice':
      return fc.constantFrom(...parameter.options.map((option) => option.value));
    case 'toggle':
      return fc.boolean();
    case 'point':
      return fc
        .tuple(
          fc.double({ min: parameter.min[0], max: parameter.max[0], noNaN: true }),
          fc.double({ min: parameter.min[1], max: parameter.max[1], noNaN: true }),
        )
        .map((value) => parameter.parse(parameter.format(value)));
    case 'cloud':
      return fc.constant(null);
    case 'drawings': {
      const { most, width, height } = parameter;
      const point = fc.tuple(fc.nat(width), fc.nat(height), fc.nat(3000));
      const stroke = fc.array(point, { minLength: 1, maxLength: 12 });
      const drawing = fc.array(stroke, { minLength: 1, maxLength: Math.min(4, most.strokes) });
      return fc
        .array(drawing, { maxLength: most.drawings })
        .map((value) => parameter.parse(parameter.format(parameter.clamp(value))));
    }
  }
}

/** Any state that a reader can bring a widget into by its controls, hand-placed clouds aside. */
export function arbitraryValues(parameters: Parameters): fc.Arbitrary<Record<string, unknown>> {
  return fc.record(
    Object.fromEntries(Object.entries(parameters).map(([name, parameter]) => [name, arbitraryOf(parameter)])),
  );
}
