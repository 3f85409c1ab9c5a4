import { parseBibtex } from '../../../src/lib/content/bibliography/bibtex';
import { pipeline } from '../../../src/lib/content/markdown';
import { defineWidget } from '../../../src/lib/state/define';
import { choice, number } from '../../../src/lib/state/parameters';

/** A widget of the tests' own: a number, a choice and what follows from them. */
const spring = defineWidget({
  id: 'spring',
  name: 'A spring',
  topic: 'One pair',
  title: 'Pull the spring',
  about: 'A spring of some stiffness.',
  compact: { controls: ['length'], parts: ['energy'], more: ['coil'] },
  parameters: {
    length: number({
      label: 'length',
      symbol: 'l',
      role: 'distance',
      default: 2,
      min: 0,
      max: 10,
      step: 0.5,
    }),
    end: choice({
      label: 'end',
      default: 'free',
      options: [
        { value: 'free', label: 'free' },
        { value: 'fixed', label: 'fixed' },
      ],
    }),
  },
  model: ({ length, end }) => ({ force: -length / 3, end }),
  outputs: {
    force: { label: 'force', role: 'pull', digits: 3, value: ({ force }) => force },
    end: { label: 'end', value: ({ end }) => end },
  },
  summary: ({ length }) => `A spring of length ${length}.`,
});

const BIBTEX = `@article{hooke1678,
  author = {Hooke, Robert},
  title = {Lectures de Potentia Restitutiva},
  journal = {Cutlerian Lectures},
  year = {1678},
  doi = {10.1000/spring}
}

@book{four1900,
  author = {{\\"O}, A. and B, C. D. and E, F. and G, H.},
  title = {Of Four},
  publisher = {Press},
  year = {1900}
}`;

const GLOSSARY = `### Rest length

The length at which a spring does not pull, $l = 2$; see [the page](springs.md).

### Stiffness

Force over length.`;

const toSource = pipeline({
  definitions: { spring },
  references: parseBibtex(BIBTEX),
  glossary: GLOSSARY,
  names: ['pages/home', 'pages/springs', 'pages/pendulums', 'pages/glossary', 'teach/teach', 'teach/swings'],
});

const MATTER = ['---', 'title: Springs', 'description: On springs.', 'order: 1', '---', ''];

/** The line of the test page on which the body's first line stands. */
export const FIRST = MATTER.length + 1;

/** A page with that body, as the source of a component. */
export async function compile(body: string, filename = 'content/pages/springs.md'): Promise<string> {
  return (await compileWhole([...MATTER, body].join('\n'), filename))?.code ?? '';
}

/** A page with its frontmatter, as the source of a component. */
export function compileWhole(page: string, filename = 'content/pages/springs.md') {
  return toSource(page, `${process.cwd()}/${filename}`);
}
