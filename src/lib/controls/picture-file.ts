import { download } from './download';
import { pictureOf, type Ground, type Picture } from './picture';

export type PictureType = 'svg' | 'png';

/** Pixels of the file for one of the page, as slides need it. */
const SLIDES = 2;

/** Saves the drawings of a widget in its present state as a file that looks the same by itself. */
export async function downloadPicture(
  widget: HTMLElement,
  name: string,
  type: PictureType,
  ground: Ground,
): Promise<void> {
  const picture = await pictureOf(widget, ground);
  if (!picture) return;
  const file =
    type === 'svg'
      ? new Blob([picture.source], { type: 'image/svg+xml' })
      : await blobOf(await rasterize(picture));
  download(`${name}.${type}`, file);
}

/**
 * The drawings of a widget in its present state, as the text of an SVG or as an address that holds a PNG.
 * @param density pixels of a PNG for one of the page
 */
export async function pictureText(
  widget: HTMLElement,
  type: PictureType,
  ground: Ground,
  density = SLIDES,
): Promise<string | undefined> {
  const picture = await pictureOf(widget, ground);
  if (!picture || type === 'svg') return picture?.source;
  return (await rasterize(picture, density)).toDataURL();
}

async function rasterize({ source, width, height }: Picture, density = SLIDES): Promise<HTMLCanvasElement> {
  const image = new Image();
  // An address of data, for the page's policy allows no other.
  image.src = `data:image/svg+xml,${encodeURIComponent(source)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [Math.round(width * density), Math.round(height * density)];
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}

const blobOf = (canvas: HTMLCanvasElement) =>
  new Promise<Blob>((done, fail) =>
    canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('the picture is too large')))),
  );
