/** The first name of a list of faces, without its quotes. */
const firstOf = (families: string) => families.split(',')[0]?.trim().replaceAll(/["']/g, '') ?? '';

/** Every rule for a face that the page declares. */
function facesOf(): CSSFontFaceRule[] {
  return [...document.styleSheets].flatMap((sheet) => {
    try {
      return [...sheet.cssRules].filter((rule) => rule instanceof CSSFontFaceRule);
    } catch {
      // The rules of a page of another origin are its own.
      return [];
    }
  });
}

/** A file as an address that holds it. */
async function dataAddress(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return `data:font/woff2;base64,${btoa(text)}`;
}

/**
 * The rule for a face with its file within, so that a picture has it wherever it is shown. Nothing where there is no text,
 * or where the face is the system's or cannot be read: the picture then takes the nearest that is there.
 */
export async function fontStyles(text: string | null, families: string): Promise<string> {
  if (!text?.trim()) return '';
  const name = firstOf(families);
  const face = facesOf().find(({ style }) => firstOf(style.getPropertyValue('font-family')) === name);
  const [, file] = /url\(["']?([^"')]+)/.exec(face?.style.getPropertyValue('src') ?? '') ?? [];
  if (!face || file === undefined) return '';
  try {
    const data = await dataAddress(new URL(file, face.parentStyleSheet?.href ?? document.baseURI).href);
    const weight = face.style.getPropertyValue('font-weight') || 'normal';
    return `@font-face{font-family:'${name}';font-weight:${weight};src:url(${data}) format('woff2')}`;
  } catch {
    return '';
  }
}
