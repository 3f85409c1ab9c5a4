import { describe, expect, test } from 'vitest';
import { compile } from './support/compile';

const fence = (info: string, ...fields: string[]) => ['```' + info, ...fields, '```'].join('\n');
/** Its markup, each tag on one line. */
const page = async (...blocks: string[]) => (await compile(blocks.join('\n\n'))).replace(/\s+/g, ' ');

/** What stands in the scenes of a page, each as its lead, its figure's name and its text, without markup. */
async function scenes(...blocks: string[]) {
  const markup = await page(...blocks);
  return markup
    .split('<div class="cl-scene')
    .slice(1)
    .map((scene) => {
      const part = (name: string) =>
        new RegExp(`<div class="${name}" ?>(.*?)</div>`).exec(scene)?.[1]?.replace(/<[^>]+>/g, ' ');
      const name = /WidgetFigure name="([^"]+)"/.exec(scene)?.[1];
      const tidy = (words?: string) => words?.replace(/\s+/g, ' ').trim();
      return { lead: tidy(part('cl-lead')), name, text: tidy(part('cl-text')) };
    });
}

describe('a scene', () => {
  test('holds a figure, its section’s words before it, and the words after it', async () => {
    expect(await scenes('## Springs', 'Before.', fence('widget spring'), 'After.')).toEqual([
      { lead: 'Springs Before.', name: 'spring', text: 'After.' },
    ]);
  });

  test('ends with its section, unless later ones speak of the figure', async () => {
    const [alone] = await scenes(fence('widget spring'), 'After.', '## Else', 'Other.');
    expect(alone?.text).toBe('After.');
    const [longer] = await scenes(
      fence('widget spring'),
      'After.',
      '## Later',
      'It is [2](#spring?length).',
      '## Else',
      'Other.',
    );
    expect(longer?.text).toBe('After. Later It is 2 .');
  });

  test('ends where the section of the next figure begins, or at an exercise', async () => {
    const both = await scenes(
      fence('widget spring'),
      'One.',
      '## Two',
      'Lead.',
      fence('widget spring as second'),
      'Two.',
    );
    expect(both.map(({ lead, text }) => [lead, text])).toEqual([
      [undefined, 'One.'],
      ['Two Lead.', 'Two.'],
    ]);
  });

  test('holds its figure above its text over the whole width, if the fence says so', async () => {
    expect(await page(fence('widget spring', 'stage: full'))).toContain('class="cl-scene cl-full"');
    await expect(page(fence('widget spring', 'stage: wide'))).rejects.toThrow('“beside” or “full”');
  });
});

describe('what a figure shows beside its text', () => {
  test('is what its fence names, and of the kind that it does not name what the widget declares', async () => {
    expect(await page(fence('widget spring', 'controls: end'))).toContain('shown="end energy"');
    expect(await page(fence('widget spring', 'parts: coil, energy'))).toContain('shown="length coil energy"');
  });

  test('is something that the widget has', async () => {
    await expect(page(fence('widget spring', 'controls: ent'))).rejects.toThrow('nearest valid name “end”');
    await expect(page(fence('widget spring', 'parts: coils'))).rejects.toThrow('nearest valid name “coil”');
  });
});

describe('a show fence', () => {
  const figure = fence('widget spring', 'length: 4');

  test('shows a figure farther up in another state, from where it stands', async () => {
    const markup = await page(figure, 'One.', fence('show spring as stretched', 'length: 6', 'parts: coil'));
    expect(markup).toContain('class="cl-beat" id="stretched" data-figure="spring" data-query="length=6"');
    expect(markup).toContain('data-shown="length coil"');
  });

  test('begins from the state of the figure, and names itself if its author does not', async () => {
    const markup = await page(figure, fence('show spring', 'end: fixed'), fence('show spring'));
    expect(markup).toContain('id="spring-2" data-figure="spring" data-query="length=4&end=fixed"');
    expect(markup).toContain('id="spring-3"');
  });

  test('has numbers and phrases of its own, held to its own state', async () => {
    const shown = fence('show spring as stretched', 'length: 6');
    expect(await page(figure, shown, '[6](#stretched?length)')).toContain('data-widget="stretched"');
    await expect(page(figure, shown, '[4](#stretched?length)')).rejects.toThrow('is 6 here');
  });

  test('names a figure that stands above it', async () => {
    await expect(page(fence('show spring'))).rejects.toThrow('no figure named “spring” above this place');
    await expect(page(figure, fence('show sprin'))).rejects.toThrow('nearest valid name “spring”');
  });
});
