import { copyText } from '../browser/clipboard';

const SHOWN = 2000;

/** Copies the text of a block of code, or selects it where that is refused; says which of the two, in a word. */
export async function copyOf(code: HTMLElement): Promise<string> {
  if (await copyText(code.textContent.trimEnd())) return 'Copied';
  // Selecting the text shows the reader how to go on.
  getSelection()?.selectAllChildren(code);
  return 'Selected';
}

/** Gives a block of code a button that copies it. */
export function addCopyButton(block: HTMLElement): void {
  const code = block.querySelector('pre');
  if (!code || !('clipboard' in navigator)) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'cl-copy';
  button.textContent = 'Copy';
  button.addEventListener('click', async () => {
    button.textContent = await copyOf(code);
    setTimeout(() => (button.textContent = 'Copy'), SHOWN);
  });
  block.append(button);
}
