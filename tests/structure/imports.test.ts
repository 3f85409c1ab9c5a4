import { describe, expect, test } from 'vitest';
import { circles, libraryImports, specifiers } from './read-imports';
import { violation } from './rules';

const own = (from: string, to: string) => violation({ from, to, isPackage: false });
const outside = (from: string, to: string) => violation({ from, to, isPackage: true });

test('the library keeps the rules of who may import whom', () => {
  const imports = libraryImports();
  expect(imports.length).toBeGreaterThan(0);
  expect(imports.map(violation).filter((problem) => problem !== undefined)).toEqual([]);
});

test('no module of the library needs itself on the way round', () => {
  expect(circles(libraryImports())).toEqual([]);
});

describe('the rules', () => {
  test.each([
    ['losses/contrastive.ts', 'losses/distances'],
    ['learning/trainer.ts', 'losses/index'],
    ['learning/trainer.ts', 'state/random'],
    ['plot/Plane.svelte', 'geometry/frame'],
    ['widgets/pair/model.ts', 'losses'],
    ['widgets/pair/View.svelte', 'widgets/pair/model'],
    ['widgets/registry.ts', 'widgets/pair/definition'],
    ['hydration/page.ts', 'widgets/registry'],
    ['content/markdown.ts', 'widgets/pair/definition'],
  ])('let %s import %s', (from, to) => {
    expect(own(from, to)).toBeUndefined();
  });

  test.each([
    ['losses/contrastive.ts', 'state/random'],
    ['learning/trainer.ts', 'state/session.svelte'],
    ['geometry/frame.ts', 'losses/index'],
    ['state/session.svelte.ts', 'widgets/registry'],
    ['plot/Plane.svelte', 'losses/index'],
    ['widgets/pair/model.ts', 'content/markdown'],
    ['hydration/page.ts', 'content/markdown'],
    ['content/markdown.ts', 'widgets/pair/View.svelte'],
    ['content/markdown.ts', '../routes/+layout'],
  ])('forbid %s to import %s', (from, to) => {
    expect(own(from, to)).toContain(`${from} imports ${to}`);
  });

  test('forbid a widget to import another widget', () => {
    expect(own('widgets/cloud/model.ts', 'widgets/pair/model')).toContain('never imports another widget');
  });

  test('let only the named packages in', () => {
    expect(outside('geometry/frame.ts', 'd3-scale')).toBeUndefined();
    expect(outside('state/session.svelte.ts', 'svelte/reactivity')).toBeUndefined();
    expect(outside('losses/contrastive.ts', 'd3-scale')).toContain('losses may not use that package');
    expect(outside('plot/Plane.svelte', 'd3-scale')).toBeUndefined();
    expect(outside('state/session.svelte.ts', 'svelte-check')).toContain('state may not use that package');
  });

  test('leave what belongs to the framework to the routes', () => {
    expect(outside('content/pages.ts', '$app/paths')).toContain('content may not use that package');
    expect(violation({ from: '../routes/+page.ts', to: '$app/paths', isPackage: true })).toBeUndefined();
  });

  test('know every part of the library', () => {
    expect(own('helpers/misc.ts', 'losses/index')).toContain('stands in no known part');
  });
});

test.each([
  ['a.ts', `import { x } from './x';`, ['./x']],
  ['a.ts', `import type { X } from './x';`, ['./x']],
  ['a.ts', `export * from './x';`, ['./x']],
  ['a.ts', `const x = () => import('./x');`, ['./x']],
  ['a.ts', `new Worker(new URL('./worker.ts', import.meta.url));`, ['./worker.ts']],
  ['a.ts', `import.meta.glob<X>('./*/definition.ts');`, ['./*/definition.ts']],
  ['a.svelte', `<script lang="ts">import './x';</script><p>import './y';</p>`, ['./x']],
  ['a.css', `@import url('./x.css');`, ['./x.css']],
])('the imports of %s with %s are read', (path, text, expected) => {
  expect(specifiers(path, text)).toEqual(expected);
});

test('a circle of imports is found, and what leads to it or from it is not taken for one', () => {
  const imports = ['a-b', 'b-c', 'c-b', 'c-d'].map((arrow) => {
    const [from = '', to = ''] = arrow.split('-');
    return { from: `${from}.ts`, to, isPackage: false };
  });
  expect(circles(imports)).toEqual(['b', 'c']);
});
