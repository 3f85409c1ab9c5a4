/** @vitest-environment jsdom */
import { beforeEach, describe, expect, test } from 'vitest';
import { holdFocus } from '../../src/lib/controls/hold-focus';

const settle = () => new Promise((done) => setTimeout(done));
const byText = (text: string) =>
  [...document.querySelectorAll('button')].find((button) => button.textContent === text) as HTMLElement;

let part: HTMLElement;

beforeEach(() => {
  document.body.innerHTML = `<button>outside</button><div id="part"><button>first</button>
    <p id="row"><button>Stop</button><span></span><button>Remove</button></p></div>`;
  part = document.querySelector('#part') as HTMLElement;
  holdFocus(part);
});

describe('the focus in a part of a page', () => {
  test('moves to what is left around a button that goes away', async () => {
    byText('Stop').focus();
    byText('Stop').remove();
    await settle();
    expect(document.activeElement).toBe(byText('Remove'));
  });

  test('moves to the part itself where nothing is left around it', async () => {
    byText('Stop').focus();
    document.querySelector('#row')?.remove();
    await settle();
    expect(document.activeElement).toBe(part);
  });

  test('is not called back from where the reader has gone', async () => {
    byText('Stop').focus();
    byText('outside').focus();
    await settle();
    byText('Stop').remove();
    await settle();
    expect(document.activeElement).toBe(byText('outside'));
    (document.activeElement as HTMLElement).blur();
    byText('Remove').remove();
    await settle();
    expect(document.activeElement).toBe(document.body);
  });
});
