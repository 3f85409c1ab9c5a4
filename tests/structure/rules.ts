/** One import: the file that asks and what it asks for, both as paths from src/lib or as a package's name. */
export interface Import {
  /** Such as `losses/contrastive.ts`, or `../routes/+page.svelte` outside the library. */
  from: string;
  /** Such as `losses/distance`, `../routes/x`, or the name of a package as written: `svelte/reactivity`. */
  to: string;
  isPackage: boolean;
}

interface Rule {
  /** Parts of src/lib that may be imported, beside the part itself. */
  parts: string[];
  /** Packages that may be imported. */
  packages: RegExp;
}

const NONE = /(?!)/;
const SVELTE = /^svelte(\/|$)/;
const OUTSIDE_ROUTES = /^(?!\$)/;

/** Who may import whom. A part that is not named here may not exist. */
const RULES: Record<string, Rule> = {
  losses: { parts: [], packages: NONE },
  learning: { parts: ['losses', 'random'], packages: NONE },
  geometry: { parts: [], packages: /^d3-/ },
  theme: { parts: [], packages: /^@fontsource/ },
  state: { parts: [], packages: SVELTE },
  primitives: { parts: ['geometry', 'state', 'theme'], packages: SVELTE },
  widget: { parts: ['losses', 'learning', 'geometry', 'state', 'primitives'], packages: SVELTE },
  registry: { parts: ['widget', 'state'], packages: SVELTE },
  hosts: {
    parts: ['registry', 'state', 'primitives', 'theme'],
    packages: /^(svelte(\/|$)|(valibot|minisearch|fflate)$)/,
  },
  teach: { parts: ['hosts', 'registry', 'state', 'primitives', 'theme'], packages: SVELTE },
  content: { parts: ['registry', 'definition', 'state', 'losses', 'primitives'], packages: OUTSIDE_ROUTES },
};

const withoutExtension = (path: string) => path.replace(/\.(svelte\.)?(ts|js|svelte|css)$/, '');

/** The parts that a file belongs to: its folder, and for a widget what it is and whose. */
function place(path: string): { part: string; owner: string; roles: string[] } {
  const [folder = '', owner = '', ...rest] = withoutExtension(path).split('/');
  // The seeded numbers have no imports and know no framework, so that training draws from the same ones.
  if (folder === 'state' && owner === 'random')
    return { part: 'state', owner: '', roles: ['state', 'random'] };
  if (folder !== 'widgets') return { part: folder, owner: '', roles: [folder] };
  if (owner === 'registry' || owner === 'load') return { part: 'registry', owner: '', roles: ['registry'] };
  return {
    part: 'widget',
    owner,
    roles: rest.join('/') === 'definition' ? ['widget', 'definition'] : ['widget'],
  };
}

/** What is wrong with an import, as a sentence, or undefined when it is allowed. */
export function violation({ from, to, isPackage }: Import): string | undefined {
  if (from.startsWith('../')) return undefined;
  const asker = place(from);
  const rule = RULES[asker.part];
  if (rule === undefined) return `${from} stands in no known part of src/lib`;

  if (isPackage) {
    return rule.packages.test(to)
      ? undefined
      : `${from} imports ${to}: ${asker.part} may not use that package`;
  }
  const asked = place(to);
  if (asker.part === 'widget' && asked.part === 'widget' && asker.owner !== asked.owner) {
    return `${from} imports ${to}: a widget never imports another widget`;
  }
  if (asker.part === asked.part || asked.roles.some((role) => rule.parts.includes(role))) return undefined;
  return `${from} imports ${to}: ${asker.part} may not import ${asked.part}`;
}
