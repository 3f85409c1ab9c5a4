import { describe, expect, test } from 'vitest';
import { compile } from './support/compile';

/** The lines that the first block of a page is given room for, in a column and on a phone. */
async function lines(markdown: string): Promise<number[]> {
  const page = await compile(markdown);
  const [, wide, phone] = /--lines-wide:(\d+);--lines-phone:(\d+)/.exec(page) ?? [];
  return [Number(wide), Number(phone)];
}

describe('the room of a block before it is laid out', () => {
  test('grows with its words, more so on a phone', async () => {
    expect(await lines('One line.')).toEqual([1, 1]);
    const [wide = 0, phone = 0] = await lines('word '.repeat(100));
    expect(wide).toBeGreaterThan(5);
    expect(phone).toBeGreaterThan(wide);
  });

  test('counts every item of a list', async () => {
    expect(await lines('- one\n- two\n- three')).toEqual([3, 3]);
  });

  test('is not said of a heading, which is always laid out', async () => {
    expect(await compile('## Springs')).not.toContain('--lines');
  });
});
