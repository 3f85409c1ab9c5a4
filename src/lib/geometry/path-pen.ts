import type { Tracer } from './tracer';

const inTenths = (pixels: number) => Math.round(10 * pixels);
/** A number after another; a minus parts them by itself. */
const then = (tenths: number) => `${tenths < 0 ? '' : ' '}${tenths / 10}`;

/**
 * A pen that writes what it draws as an SVG path. Each place is given from the one before, to tenths of a pixel, which
 * takes half the letters of places from the corner. Places are rounded before they are parted, so no error adds up.
 */
export class PathPen implements Tracer {
  #path = '';
  #x = 0;
  #y = 0;
  #isInLine = false;

  moveTo(x: number, y: number): void {
    this.#x = inTenths(x);
    this.#y = inTenths(y);
    this.#path += `M${this.#x / 10}${then(this.#y)}`;
    this.#isInLine = false;
  }

  lineTo(x: number, y: number): void {
    const [toX, toY] = [inTenths(x), inTenths(y)];
    if (!this.#isInLine) this.#path += 'l';
    this.#path += then(toX - this.#x) + then(toY - this.#y);
    this.#x = toX;
    this.#y = toY;
    this.#isInLine = true;
  }

  /** Ends an outline; the next one begins with a place of its own. */
  closePath(): void {
    this.#path += 'z';
    this.#isInLine = false;
  }

  toString(): string {
    return this.#path;
  }
}
