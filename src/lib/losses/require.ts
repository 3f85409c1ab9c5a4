/** @throws RangeError unless the value is a finite number ≥ 0 */
export function requireNonNegative(name: string, value: number): void {
  if (!(Number.isFinite(value) && value >= 0)) {
    throw new RangeError(`${name} is ${value}; a finite number ≥ 0 is allowed`);
  }
}

/** @throws RangeError unless every component is a finite number */
export function requireFinite(name: string, x: ArrayLike<number>): void {
  for (let k = 0; k < x.length; k++) {
    if (!Number.isFinite(x[k])) throw new RangeError(`${name}[${k}] is ${x[k]}; finite numbers are allowed`);
  }
}

/** @throws RangeError unless both vectors are finite, not empty and equally long */
export function requireSameLength(
  nameA: string,
  a: ArrayLike<number>,
  nameB: string,
  b: ArrayLike<number>,
): void {
  if (a.length === 0) throw new RangeError(`${nameA} is empty; one component at least is needed`);
  if (a.length !== b.length) {
    throw new RangeError(
      `${nameB} has ${b.length} components; ${a.length} are needed, as many as ${nameA} has`,
    );
  }
  requireFinite(nameA, a);
  requireFinite(nameB, b);
}

/** @throws RangeError unless the value is a finite number */
export function requireFiniteNumber(name: string, value: number): void {
  if (!Number.isFinite(value)) throw new RangeError(`${name} is ${value}; a finite number is allowed`);
}

/** @throws RangeError unless the value is a finite number > 0 */
export function requirePositive(name: string, value: number): void {
  if (!(Number.isFinite(value) && value > 0)) {
    throw new RangeError(`${name} is ${value}; a finite number > 0 is allowed`);
  }
}

/** @throws RangeError unless the value is a whole number ≥ 1 */
export function requireWhole(name: string, value: number): void {
  if (!(Number.isInteger(value) && value >= 1)) {
    throw new RangeError(`${name} is ${value}; a whole number ≥ 1 is allowed`);
  }
}

/** @throws RangeError unless the value is one of the options */
export function requireOption(name: string, value: unknown, options: readonly string[]): void {
  if (!options.includes(value as string)) {
    throw new RangeError(`${name} is ${String(value)}; one of ${options.join(', ')} is allowed`);
  }
}

/** @throws RangeError unless the value is true or false */
export function requireFlag(name: string, value: unknown): void {
  if (typeof value !== 'boolean') {
    throw new RangeError(`${name} is ${String(value)}; true or false is allowed`);
  }
}

/** @throws RangeError unless the value is a function, such as a distance or a miner */
export function requireFunction(name: string, value: unknown, example: string): void {
  if (typeof value !== 'function') {
    throw new RangeError(`${name} is ${String(value)}; a function such as ${example} is allowed`);
  }
}
