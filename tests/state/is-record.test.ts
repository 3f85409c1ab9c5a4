import { expect, test } from 'vitest';
import { isRecord } from '../../src/lib/state/is-record';

test.each([[{}], [{ a: 1 }]])('%j has fields', (value) => expect(isRecord(value)).toBe(true));

test.each([[null], [undefined], ['text'], [1], [[]]])('%j has none', (value) =>
  expect(isRecord(value)).toBe(false),
);
