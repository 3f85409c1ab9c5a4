/** @vitest-environment jsdom */
import { describe, expect, test } from 'vitest';
import { hasBeenTranslated, outliveTranslation } from '../../src/lib/display/outlive-translation';

/** Replaces the text nodes of an element as browsers' translators do. */
function translate(root: Element) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    const font = document.createElement('font');
    font.append(document.createElement('font'));
    font.firstChild?.appendChild(document.createTextNode(`(${text.data})`));
    text.replaceWith(font);
  }
}

const settle = () => new Promise((done) => setTimeout(done));

async function paragraph(markup: string) {
  const root = document.createElement('div');
  root.innerHTML = markup;
  document.body.append(root);
  const stop = outliveTranslation(root);
  return { root, stop };
}

describe('a widget on a translated page', () => {
  test('shows what is written into a text that a translator took out', async () => {
    const { root } = await paragraph('<p>loss 0.5</p>');
    const text = root.querySelector('p')?.firstChild as Text;
    translate(root);
    await settle();
    expect(root.textContent).toBe('(loss 0.5)');
    text.data = 'loss 0.7';
    await settle();
    expect(root.innerHTML).toBe('<p>loss 0.7</p>');
  });

  test('does so again once the new words have been translated too', async () => {
    const { root } = await paragraph('<p>loss <b>0.5</b></p>');
    const text = root.querySelector('b')?.firstChild as Text;
    for (const loss of ['0.7', '0.9', '1.1']) {
      translate(root);
      await settle();
      text.data = loss;
      await settle();
      expect(root.querySelector('b')?.innerHTML).toBe(loss);
    }
  });

  test('leaves translated words alone that nothing is written into', async () => {
    const { root } = await paragraph('<p>distance</p><p>loss</p>');
    const loss = root.lastElementChild?.firstChild as Text;
    translate(root);
    await settle();
    loss.data = 'slope';
    await settle();
    expect(root.textContent).toBe('(distance)slope');
    expect(hasBeenTranslated(root)).toBe(true);
  });

  test('does not bring back a text that the widget itself has taken away', async () => {
    const { root } = await paragraph('<p>loss</p>');
    const p = root.firstElementChild as Element;
    const text = p.firstChild as Text;
    text.remove();
    await settle();
    text.data = 'slope';
    await settle();
    expect(p.innerHTML).toBe('');
  });

  test('is left alone once it has gone', async () => {
    const { root, stop } = await paragraph('<p>loss</p>');
    const text = root.querySelector('p')?.firstChild as Text;
    translate(root);
    await settle();
    stop();
    text.data = 'slope';
    await settle();
    expect(root.textContent).toBe('(loss)');
  });
});
