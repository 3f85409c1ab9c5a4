/** Elements of MathML whose children each have a place of their own, and how many these are (MathML Core, 3.3 and 3.4). */
const CHILDREN: Record<string, number> = {
  ...{ mfrac: 2, mroot: 2, msub: 2, msup: 2, munder: 2, mover: 2 },
  ...{ msubsup: 3, munderover: 3 },
};

const TAG = /<(\/?)(\w+)[^>]*?(\/?)>/g;

/**
 * What is wrong with the MathML in some markup: a browser shows an element with a child too many as an error, and KaTeX
 * writes one for `L_{\min}`. Undefined where all is well.
 */
export function faultInMathml(markup: string): string | undefined {
  const open: { name: string; children: number }[] = [];
  for (const [, isEnd, name = '', isEmpty] of markup.matchAll(TAG)) {
    if (!isEnd) {
      const parent = open.at(-1);
      if (parent) parent.children++;
      if (!isEmpty) open.push({ name, children: 0 });
      continue;
    }
    const closed = open.pop();
    const wanted = CHILDREN[name];
    if (closed && wanted !== undefined && closed.children !== wanted) {
      return `its MathML has <${name}> with ${closed.children} children instead of ${wanted}; write an operator in an index upright, such as L_{\\mathrm{min}}`;
    }
  }
  return undefined;
}
