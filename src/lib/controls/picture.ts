import { fontStyles } from './picture-fonts';

/** What is beneath a picture: a theme's ground with that theme's colours, or nothing. */
export type Ground = 'shown' | 'light' | 'dark' | 'transparent';

/** What a drawing takes from the page's stylesheets, and must bring along on its own. */
const STYLES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-opacity',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'text-anchor',
  'paint-order',
  'visibility',
  'display',
];

const SVG = 'http://www.w3.org/2000/svg';

/** Room around the drawings, in pixels. */
const EDGE = 8;

/** The whole of a picture, as a text that looks the same by itself, and its size in pixels. */
export interface Picture {
  source: string;
  width: number;
  height: number;
}

type Drawn = SVGSVGElement | HTMLCanvasElement;

/** The drawings of a widget that are seen, those beneath first. */
function drawingsOf(widget: Element): Drawn[] {
  const all = [...widget.querySelectorAll<Drawn>('.cl-picture canvas, .cl-picture svg')];
  const drawn = all.length > 0 ? all : [...widget.querySelectorAll<Drawn>('svg:not(button svg)')];
  return drawn.filter((one) => one.getBoundingClientRect().width > 0);
}

/**
 * The drawings of a widget in its present state as one SVG, placed as they are on the page, with their fonts within.
 * @returns nothing where a widget has no drawing
 */
export async function pictureOf(widget: HTMLElement, ground: Ground): Promise<Picture | undefined> {
  const drawings = drawingsOf(widget);
  if (drawings.length === 0) return undefined;
  const boxes = drawings.map((one) => one.getBoundingClientRect());
  const left = Math.min(...boxes.map((box) => box.left)) - EDGE;
  const top = Math.min(...boxes.map((box) => box.top)) - EDGE;
  const width = Math.ceil(Math.max(...boxes.map((box) => box.right)) - left + EDGE);
  const height = Math.ceil(Math.max(...boxes.map((box) => box.bottom)) - top + EDGE);

  const whole = document.createElementNS(SVG, 'svg');
  set(whole, { xmlns: SVG, width, height, viewBox: `0 0 ${width} ${height}` });
  const page = themedBy(widget);
  const before = page.dataset.theme;
  if (ground === 'light' || ground === 'dark') page.dataset.theme = ground;
  try {
    if (ground !== 'transparent') whole.append(groundOf(widget));
    drawings.forEach((one, i) => {
      const box = boxes[i] as DOMRect;
      const copy = one instanceof SVGSVGElement ? copyOf(one) : imageOf(one);
      set(copy, { x: box.left - left, y: box.top - top, width: box.width, height: box.height });
      whole.append(copy);
    });
  } finally {
    if (before === undefined) delete page.dataset.theme;
    else page.dataset.theme = before;
  }
  const fonts = await fontStyles(whole.textContent, getComputedStyle(widget).fontFamily);
  if (fonts !== '') {
    const style = document.createElementNS(SVG, 'style');
    style.textContent = fonts;
    whole.prepend(style);
  }
  return { source: new XMLSerializer().serializeToString(whole), width, height };
}

/** What says the theme of a widget: its page, or the element in whose shadow it stands. */
function themedBy(widget: HTMLElement): HTMLElement {
  const root = widget.getRootNode();
  return root instanceof ShadowRoot ? (root.host as HTMLElement) : document.documentElement;
}

function set(element: Element, attributes: Record<string, string | number>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}

/** The panel that figures stand on. */
function groundOf(widget: HTMLElement): SVGElement {
  const swatch = widget.appendChild(document.createElement('i'));
  swatch.style.color = 'var(--cl-panel)';
  const ground = document.createElementNS(SVG, 'rect');
  set(ground, { width: '100%', height: '100%', fill: getComputedStyle(swatch).color });
  swatch.remove();
  return ground;
}

/** A drawing with the styles that it has on the page. */
function copyOf(svg: SVGSVGElement): SVGSVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll<SVGElement>('*')];
  [copy, ...copy.querySelectorAll<SVGElement>('*')].forEach((element, i) => {
    const computed = getComputedStyle(originals[i] as Element);
    element.setAttribute('style', STYLES.map((key) => `${key}:${computed.getPropertyValue(key)}`).join(';'));
    // What only speaks to a reader of the page says nothing in a picture.
    for (const name of [
      'class',
      'tabindex',
      'role',
      ...element.getAttributeNames().filter((n) => n.startsWith('aria-')),
    ])
      element.removeAttribute(name);
  });
  return copy;
}

/** What is drawn as pixels. */
function imageOf(canvas: HTMLCanvasElement): SVGElement {
  const image = document.createElementNS(SVG, 'image');
  set(image, { href: canvas.toDataURL(), preserveAspectRatio: 'none' });
  return image;
}
