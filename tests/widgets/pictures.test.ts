import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { definitions } from '../../src/lib/widgets/registry';
import { pictureText } from './support/picture-text';

const FOLDER = new URL('../fixtures/pictures/', import.meta.url);

/**
 * Every widget's drawings are kept as text, so that a change of them is seen in the change of a file. Where it is meant:
 * `npx vitest run --project unit tests/widgets/pictures.test.ts -u`
 */
describe('the kept drawings', () => {
  it.each(Object.values(definitions))('of $id are what it draws in its default state', async (definition) => {
    await expect(await pictureText(definition)).toMatchFileSnapshot(
      `../fixtures/pictures/${definition.id}.txt`,
    );
  });

  it('are of widgets that exist', () => {
    const names = readdirSync(FOLDER).map((file) => file.replace(/\.txt$/, ''));
    expect(Object.keys(definitions)).toEqual(expect.arrayContaining(names));
  });
});
