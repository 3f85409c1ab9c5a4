import type { Definition } from '../state/define';
import type { Session } from '../state/session.svelte';
import { loadView } from '../widgets/load';
import { definitions } from '../widgets/registry';
import { stateOf } from './messages';
import { fileReader, ifPossible, type Model } from './notebook-model';
import { observeResult } from './observe-result.svelte';
import { openWidget } from './open-widget';
import { showInShadow } from './shadow';
import * as v from 'valibot';
import type { AttemptRecord } from '../tasks/task';

const Kept = v.object({
  solved: v.boolean(),
  tries: v.pipe(v.number(), v.minValue(1)),
  hint: v.boolean(),
  explanation: v.boolean(),
  score: v.optional(v.number(), 0),
  answer: v.optional(v.string()),
});

/** What a notebook kept of an attempt; nothing where the reader has not begun. */
function recordOf(kept: unknown): AttemptRecord | undefined {
  const read = v.safeParse(Kept, kept);
  return read.success ? read.output : undefined;
}

/** A value of the session as the text that the address would carry. */
function textOf(session: Session, name: string): string {
  const parameter = session.definition.parameters[name];
  const format = parameter?.format as (value: unknown) => string;
  return format(session.values[name]);
}

/** Traits that a figure is made with: where one changes, another figure stands in the place of the first. */
const MADE_WITH = ['options', 'task', 'controls'];

/** The names of a trait that may be anything. */
function namesOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((name) => typeof name === 'string') : [];
}

/**
 * anywidget's `render`: the trait `widget` names the widget, `options` holds what an address would beside the state
 * (`hide`, `lock`, `theme`, `title`), `controls` names what is shown at first, and each parameter is a trait of its own
 * name with the text of the address as its value, in both directions. The traits `outputs` and `notices` are written
 * only. The trait `task` holds the text of a question, and what the reader makes of it is written to the trait `result`.
 */
async function render({ model, el }: { model: Model; el: HTMLElement }): Promise<() => void> {
  const id = String(model.get('widget') ?? '');
  const definition = Object.hasOwn(definitions, id) ? definitions[id] : undefined;
  if (!definition) {
    el.textContent = `There is no widget “${id}”. There are ${Object.keys(definitions).join(', ')}.`;
    return () => undefined;
  }
  // JupyterLab listens before the widget does, and would take keys on a handle for commands of the notebook.
  el.dataset.lmSuppressShortcuts = 'true';
  let shown = show(model, el, definition);
  const again = () => {
    shown = shown.then((remove) => {
      remove();
      return show(model, el, definition);
    });
  };
  for (const trait of MADE_WITH) model.on(`change:${trait}`, again);
  await shown;
  return () => {
    for (const trait of MADE_WITH) ifPossible(() => model.off(`change:${trait}`, again));
    void shown.then((remove) => remove());
  };
}

/** Shows the figure as the traits now say; returns how to take it away. */
async function show(model: Model, el: HTMLElement, definition: Definition): Promise<() => void> {
  const names = Object.keys(definition.parameters);
  const traits = () =>
    new URLSearchParams(
      names.flatMap((name): [string, string][] => {
        const value = model.get(name);
        return value === undefined || value === null ? [] : [[name, String(value)]];
      }),
    ).toString();
  const choices = String(model.get('options') ?? '');
  const task = String(model.get('task') ?? new URLSearchParams(choices).get('task') ?? '');
  const kept = recordOf(model.get('result'));
  // A task says by itself where it starts, until the reader has begun: the traits of a new cell are not the reader's doing.
  const address = [choices, task === '' || kept ? traits() : ''].filter(Boolean).join('&');
  const widget = await openWidget(definition, address, task === '' ? undefined : task);
  const { session, attempt, options } = widget;
  if (kept) attempt?.resume(kept);
  const shownFirst = namesOf(model.get('controls'));
  if (shownFirst.length > 0) session.compact = shownFirst;
  session.readFile = fileReader(model);
  if (options.theme) el.dataset.theme = options.theme;
  else delete el.dataset.theme;
  const remove = showInShadow(el, widget, await loadView(definition.id));

  /** Some models tell of a change while it is being written, before the other traits have followed. */
  let writing = false;
  const hear = () => {
    const differs = names.some((name) => String(model.get(name) ?? '') !== textOf(session, name));
    if (!writing && differs) (attempt ?? session).setQuery(traits());
  };
  for (const name of names) model.on(`change:${name}`, hear);
  const forget = $effect.root(() => {
    $effect(() => {
      const report = stateOf(session);
      writing = true;
      try {
        for (const name of names) {
          const text = textOf(session, name);
          if (model.get(name) !== text) model.set(name, text);
        }
      } finally {
        writing = false;
      }
      if (report.type === 'state') {
        model.set('outputs', report.outputs);
        model.set('notices', report.notices);
      }
      ifPossible(() => model.save_changes());
    });
  });
  const tellResult = (record: AttemptRecord) => {
    model.set('result', record);
    ifPossible(() => model.save_changes());
  };
  if (attempt) tellResult(attempt.record);
  const unobserve = attempt && observeResult(attempt, () => tellResult(attempt.record));
  return () => {
    unobserve?.();
    for (const name of names) ifPossible(() => model.off(`change:${name}`, hear));
    forget();
    remove();
  };
}

export default { render };
