import { expandNotation } from './notation';
import { readTex } from './tex';

/** A piece of a text of one paragraph. */
export interface RichPart {
  kind: 'text' | 'em' | 'strong' | 'code' | 'formula';
  text: string;
}

const MARKS = /\*\*([^*]+)\*\*|\*([^*]+)\*|`([^`]+)`|\$([^$]+)\$|\[([^\]]+)\]\([^)]*\)/g;

/** A formula longer than this is not for a figure. */
const LONGEST = 300;

/** A formula that a figure can show by itself; its source for one that it cannot. */
function formula(source: string): RichPart {
  const tex = expandNotation(source);
  try {
    readTex(tex);
    if (tex.length <= LONGEST) return { kind: 'formula', text: tex };
  } catch {
    // As below.
  }
  return { kind: 'code', text: source };
}

/** Reads stress, weight, code and formulas; of a link only the words are kept. */
export function readRichText(text: string): RichPart[] {
  const parts: RichPart[] = [];
  let at = 0;
  for (const match of text.matchAll(MARKS)) {
    const [whole, strong, em, code, tex, link] = match;
    if (match.index > at) parts.push({ kind: 'text', text: text.slice(at, match.index) });
    at = match.index + whole.length;
    if (strong !== undefined) parts.push({ kind: 'strong', text: strong });
    else if (em !== undefined) parts.push({ kind: 'em', text: em });
    else if (code !== undefined) parts.push({ kind: 'code', text: code });
    else if (tex !== undefined) parts.push(formula(tex));
    else parts.push({ kind: 'text', text: link ?? whole });
  }
  if (at < text.length) parts.push({ kind: 'text', text: text.slice(at) });
  return parts;
}
