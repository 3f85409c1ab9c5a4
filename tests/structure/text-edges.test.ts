import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { parse } from 'svelte/compiler';
import { expect, test } from 'vitest';

/** The rooms whose components live in the browser; the others are drawn while the site is built. */
const ROOMS = ['controls', 'display', 'plot', 'tasks', 'teach', 'widgets'];

interface Node {
  type: string;
  start: number;
  data?: string;
  nodes?: Node[];
}

const isBlank = ({ type, data }: Node) =>
  type === 'ConstTag' || type === 'Comment' || (type === 'Text' && data?.trim() === '');

/** The fragments that come and go with a block. */
function* fragments(node: unknown): Generator<Node[]> {
  if (typeof node !== 'object' || node === null) return;
  const { type } = node as Node;
  for (const [key, part] of Object.entries(node)) {
    const isOfBlock = /^(If|Each|Key|Await)Block$/.test(type) && (part as Node | null)?.type === 'Fragment';
    if (isOfBlock) yield (part as Node).nodes ?? [];
    if (key !== 'metadata') yield* fragments(part);
  }
}

const components = ROOMS.flatMap((room) =>
  readdirSync(join('src/lib', room), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.svelte'))
    .map((name) => `src/lib/${room}/${name.split(sep).join('/')}`),
);

test('no block of a component begins or ends with a bare text, which would stay behind when a page is translated', () => {
  const found = components.flatMap((file) => {
    const source = readFileSync(file, 'utf8');
    return [...fragments(parse(source, { modern: true }).fragment)].flatMap((nodes) => {
      const shown = nodes.filter((node) => !isBlank(node));
      const bare = [shown[0], shown.at(-1)].find(
        (node) => node?.type === 'Text' || node?.type === 'ExpressionTag',
      );
      return bare ? [`${file}:${source.slice(0, bare.start).split('\n').length}`] : [];
    });
  });
  expect(found).toEqual([]);
});
