/** Whether a value that came from elsewhere has fields that can be read, as an object of JSON has; a list has none. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
