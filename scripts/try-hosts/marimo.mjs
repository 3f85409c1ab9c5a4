import { execFile, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { checkReading, dragPoint, QUESTION, solve } from './kernel.mjs';
import { end, freePort, whenAnswers } from './server.mjs';
import { versionOf, virtualEnvironment } from './virtual.mjs';

/** @type {readonly string[]} */
export const packages = [];

/** A notebook of marimo. Its last cell runs again whenever a figure changes. */
const NOTEBOOK = `import marimo

app = marimo.App()


@app.cell
def _():
    import marimo as mo
    from contrastive_loss_widgets import Margin, Pair
    return Margin, Pair, mo


@app.cell
def _(Pair, mo):
    pair = mo.ui.anywidget(Pair())
    pair
    return (pair,)


@app.cell
def _(Margin, mo):
    margin = mo.ui.anywidget(Margin(task=${JSON.stringify(QUESTION.task)}))
    margin
    return (margin,)


@app.cell
def _(mo, pair):
    mo.ui.button(label="Set the margin", on_click=lambda _: setattr(pair.widget, "m", 2.5))
    return


@app.cell
def _(margin, mo, pair):
    pair.value, margin.value
    loss = round(pair.widget.outputs.get("loss", 0), 3)
    grade = margin.widget.result
    mo.md(
        f"read {pair.widget.x2} m {pair.widget.m} loss {loss} "
        f"solved {grade.get('solved')} tries {grade.get('tries', 0)}"
    )
    return


if __name__ == "__main__":
    app.run()
`;

/** @type {typeof import('./figure.mjs').tryFigure} */
async function attempt(browser, { address, picture }) {
  const page = await browser.newPage({ viewport: { width: 1200, height: 1400 } });
  try {
    await page.goto(address);
    await page.locator('[data-live]').nth(1).waitFor({ timeout: 60_000 });
    await dragPoint(page);
    await solve(page);
    await page.getByRole('button', { name: 'Set the margin' }).click();
    const output = page.getByText(/^read \(/).first();
    await page
      .getByText(/m 2\.5 .*solved True/)
      .waitFor({ timeout: 15_000 })
      .catch(() => undefined);
    const slider = page.locator('input[type="range"]').first();
    if ((await slider.inputValue()) !== '2.5') throw new Error('the figure does not follow Python');
    return checkReading(await output.innerText());
  } finally {
    await page.screenshot({ path: picture, fullPage: true });
    await page.close();
  }
}

/**
 * Runs a notebook of marimo as an app.
 * @param {string} folder
 * @param {import('./server.mjs').Trying} trying
 */
export async function start(folder, { snippetOf, atEnd }) {
  mkdirSync(folder, { recursive: true });
  const programs = virtualEnvironment(folder, ['marimo', 'anywidget']);
  const wheel = /^%pip install --quiet (.*)$/m.exec(snippetOf('jupyter'))?.[1] ?? '';
  // This program serves the wheel, and must not stand still meanwhile.
  await promisify(execFile)(join(programs, 'pip'), ['install', '--quiet', wheel]);
  const notebook = join(folder, 'lesson.py');
  writeFileSync(notebook, NOTEBOOK);
  const port = await freePort();
  const options = ['run', notebook, '--headless', '--no-token', '--port', String(port)];
  const server = spawn(join(programs, 'marimo'), options, {
    env: { ...process.env, HOME: folder },
    stdio: 'ignore',
  });
  atEnd(() => end(server));
  await whenAnswers(`http://localhost:${port}/`);
  return {
    version: `marimo ${versionOf(programs, 'marimo')}`,
    pages: [{ title: 'a notebook as an app', address: `http://localhost:${port}/`, attempt }],
  };
}
start.title = 'marimo';
