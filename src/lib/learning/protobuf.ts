/** A field as protocol buffers write it: its number, how its value is written, and the value. */
export type Field = Uint8Array<ArrayBuffer>;

const VARINT = 0;
const DELIMITED = 2;

/** Seven bits a byte, the lowest first; all bytes but the last have their highest bit set. */
function varint(value: number): number[] {
  return value < 0x80 ? [value] : [(value % 0x80) + 0x80, ...varint(Math.floor(value / 0x80))];
}

/** A whole number from 0. */
export const whole = (field: number, value: number): Field =>
  Uint8Array.from([...varint(8 * field + VARINT), ...varint(value)]);

export function bytes(field: number, value: Uint8Array): Field {
  const head = [...varint(8 * field + DELIMITED), ...varint(value.length)];
  const out = new Uint8Array(head.length + value.length);
  out.set(head);
  out.set(value, head.length);
  return out;
}

export const text = (field: number, value: string): Field => bytes(field, new TextEncoder().encode(value));

/** The fields of a message, one after the other. */
export function joined(...fields: readonly Uint8Array[]): Field {
  const out = new Uint8Array(fields.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const part of fields) {
    out.set(part, end);
    end += part.length;
  }
  return out;
}

/** A message within a message. */
export const message = (field: number, ...fields: readonly Uint8Array[]): Field =>
  bytes(field, joined(...fields));
