import { expect, test } from 'vitest';
import { compile } from './support/compile';

/** A table of some columns, with one row. */
const tableOf = (columns: number) => {
  const row = (text: string) =>
    `|${Array.from({ length: columns }, (_, i) => ` ${text}${i + 1} |`).join('')}`;
  return [row('head '), row('---').replace(/\d/g, ''), row('cell ')].join('\n');
};

test('a table scrolls in a frame of its own', async () => {
  expect(await compile(tableOf(2))).toContain('<div class="cl-table"><table>');
});

test('each cell of a table too wide for a telephone knows the heading of its column', async () => {
  const page = await compile(tableOf(5));
  expect(page).toContain('<div class="cl-table cl-table-of-many"><table>');
  expect(page).toContain('<td data-heading="head 5">cell 5</td>');
  expect(await compile(tableOf(4))).not.toContain('data-heading');
});

test('a table of four columns is too wide for a telephone once a cell holds a phrase', async () => {
  const page = await compile(tableOf(4).replace('cell 3', 'margin around a learned boundary'));
  expect(page).toContain('<td data-heading="head 3">margin around a learned boundary</td>');
});
