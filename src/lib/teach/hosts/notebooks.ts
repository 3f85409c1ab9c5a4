import { pinnedAddress } from '../../embed/embed-url';
import { decode } from '../../state/query';
import { classOf, pythonLines, pythonName, pythonText, pythonValue, PYTHON_MODULE, WHEEL } from '../python';
import { fixedFrameOf, frameOf } from './frames';
import type { Choice, Snippet } from './snippet';

function notebookOf(choice: Choice): string {
  const { definition, embed, site } = choice;
  const { hidden = [], free = [], locked = [], theme, title, task } = embed;
  const { parameters } = definition;
  const { values } = decode(parameters, embed.query);
  const asked = new URLSearchParams(task === undefined ? embed.query : '');
  const state = Object.entries(parameters).flatMap(([name, parameter]) => {
    const format = parameter.format as (value: unknown) => string;
    return asked.has(name) ? [`${pythonName(name)}=${pythonValue(parameter, format(values[name]))}`] : [];
  });
  const names = (option: string, all: readonly string[]) =>
    all.length === 0 ? [] : [`${option}=[${all.map(pythonText).join(', ')}]`];
  const given = [
    ...state,
    ...names('hide', hidden),
    ...names('free', free),
    ...names('lock', locked),
    ...(theme ? [`theme=${pythonText(theme)}`] : []),
    ...(title ? [`title=${pythonText(title)}`] : []),
    ...(task === undefined ? [] : [`task=${pythonLines(task)}`]),
  ];
  const figure = embed.widget.replaceAll('-', '_');
  const call = `${classOf(embed.widget)}(${given.join(', ')})`;
  const grade = task === undefined ? `${figure}.outputs` : `${figure}.result["solved"]`;
  const address = pythonText(pinnedAddress(site, embed));
  return `%pip install --quiet ${site}${WHEEL}

from ${PYTHON_MODULE} import ${classOf(embed.widget)}

${figure} = ${call}
${figure}

# Later, in another cell: ${grade}

# Without the package, the frame alone:
# from IPython.display import IFrame; IFrame(${address}, width="100%", height=${choice.heights.wide})`;
}

/** HTML within a template literal that is read raw, as Observable's is: its signs are written for HTML. */
const inTemplate = (html: string) => html.replace(/[\\`$]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Notebooks, and notes. */
export function notebooks(choice: Choice): Snippet[] {
  const group = 'Notes and notebooks';
  return [
    {
      id: 'jupyter',
      name: 'Jupyter, marimo',
      group,
      how: 'The Python package is a file of this site; it is not on PyPI. The first line installs it where the notebook’s computer reaches this site; else save the file and install that. The parameters have types and ranges, follow the figure, and the figure follows them; it needs no network. In marimo, install the package first and wrap the figure where it is made: mo.ui.anywidget(…). The commented line does without the package.',
      tried:
        'Tried in JupyterLab 4.6, Jupyter Notebook 7.6 and marimo 0.25: the figure is there, Python follows a drag, the figure follows Python, a solved question’s grade is read. The frame was tried in Jupyter Notebook 6.4. Colab: written from the rules of anywidget.',
      language: 'python',
      code: notebookOf(choice),
    },
    {
      id: 'observable',
      name: 'Observable',
      group,
      how: 'Paste it as a cell of JavaScript. Notebooks 2.0 takes it too; there an HTML cell with what stands between the signs ` is the same.',
      tried:
        'Written from Observable’s documentation. What the template makes was tried with its library, Hypertext Literal.',
      language: 'javascript',
      code: `html\`${inTemplate(frameOf(choice))}\``,
    },
    {
      id: 'obsidian',
      name: 'Obsidian',
      group,
      how: 'Paste it into a note, with an empty line before and after it. It shows in reading view and in live preview. Scripts are taken out of notes, frames are not.',
      tried: 'Written from Obsidian’s documentation. The frame was tried without any style.',
      language: 'html',
      code: fixedFrameOf(choice),
    },
  ];
}
