/** One import: the file that asks and what it asks for, both as paths from src/lib or as a package's name. */
export interface Import {
  /** Such as `losses/contrastive.ts`, or `../routes/+page.svelte` outside the library. */
  from: string;
  /** Such as `losses/distances`, `../routes/x`, or the name of a package as written: `svelte/reactivity`. */
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
const D3 = /^d3-/;
const SVELTE_OR_D3 = /^(svelte(\/|$)|d3-)/;
const OUTSIDE_ROUTES = /^(?!\$)/;

/** Who may import whom. A part that is not named here may not exist. ARCHITECTURE.md draws these rules. */
const RULES: Record<string, Rule> = {
  losses: { parts: [], packages: NONE },
  learning: { parts: ['browser', 'losses', 'clustering', 'random'], packages: NONE },
  clustering: { parts: ['random'], packages: NONE },
  live: { parts: ['learning', 'state', 'plot', 'controls', 'display'], packages: SVELTE },
  geometry: { parts: [], packages: D3 },
  theme: { parts: [], packages: /^@fontsource/ },
  browser: { parts: [], packages: NONE },
  state: { parts: [], packages: SVELTE_OR_D3 },
  plot: { parts: ['geometry', 'state'], packages: SVELTE_OR_D3 },
  display: { parts: ['browser', 'losses', 'state'], packages: SVELTE_OR_D3 },
  controls: { parts: ['geometry', 'state', 'display'], packages: SVELTE_OR_D3 },
  tasks: { parts: ['state', 'controls', 'display'], packages: SVELTE },
  widget: {
    parts: ['losses', 'learning', 'live', 'clustering', 'geometry', 'state', 'plot', 'controls', 'display'],
    packages: SVELTE_OR_D3,
  },
  registry: { parts: ['widget', 'state'], packages: SVELTE },
  prerender: { parts: ['registry', 'state', 'tasks', 'controls', 'embed'], packages: SVELTE },
  hydration: {
    parts: ['browser', 'registry', 'state', 'tasks', 'controls', 'display', 'site', 'embed'],
    packages: SVELTE_OR_D3,
  },
  site: { parts: ['browser'], packages: /^(valibot|minisearch)$/ },
  embed: { parts: ['registry', 'state', 'tasks', 'controls', 'theme'], packages: /^(svelte(\/|$)|valibot$)/ },
  scorm: { parts: ['state', 'tasks', 'embed', 'display', 'theme'], packages: /^fflate$/ },
  xapi: { parts: ['scorm', 'state', 'embed'], packages: NONE },
  h5p: { parts: ['state', 'tasks', 'embed', 'scorm'], packages: NONE },
  slides: { parts: ['embed'], packages: /^reveal\.js$/ },
  teach: {
    parts: [
      'browser',
      'embed',
      'scorm',
      'xapi',
      'h5p',
      'site',
      'prerender',
      'registry',
      'state',
      'tasks',
      'controls',
      'display',
    ],
    packages: SVELTE,
  },
  content: {
    parts: ['registry', 'definition', 'prerender', 'state', 'tasks', 'losses', 'display'],
    packages: OUTSIDE_ROUTES,
  },
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
