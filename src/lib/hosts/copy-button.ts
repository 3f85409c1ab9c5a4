const SHOWN = 2000;

/** Gives a block of code a button that copies it. */
export function addCopyButton(block: HTMLElement): void {
  const code = block.querySelector('pre');
  if (!code || !('clipboard' in navigator)) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'cl-copy';
  button.textContent = 'Copy';
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(code.textContent.trimEnd());
      button.textContent = 'Copied';
    } catch {
      // Refused in some frames; selecting the text shows the reader how to go on.
      getSelection()?.selectAllChildren(code);
      button.textContent = 'Selected';
    }
    setTimeout(() => (button.textContent = 'Copy'), SHOWN);
  });
  block.append(button);
}
