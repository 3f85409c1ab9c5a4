import type { Session } from '../state/session.svelte';
import { loadView } from '../widgets/load';
import { definitions } from '../widgets/registry';
import { stateOf } from './messages';
import { observeResult } from './observe-result.svelte';
import { openWidget } from './open-widget';
import { showInShadow } from './shadow';

/** The part of anywidget's model that is used here. */
export interface Model {
  get(name: string): unknown;
  set(name: string, value: unknown): void;
  on(event: string, listener: () => void): void;
  off(event: string, listener: () => void): void;
  save_changes(): void;
}

/** Does what a host without a kernel may not be able to: there is nothing to save to, and MyST's model throws then. */
function ifPossible(run: () => void): void {
  try {
    run();
  } catch {
    // The figure works without it.
  }
}

/** A value of the session as the text that the address would carry. */
function textOf(session: Session, name: string): string {
  const parameter = session.definition.parameters[name];
  const format = parameter?.format as (value: unknown) => string;
  return format(session.values[name]);
}

/**
 * anywidget's `render`: the trait `widget` names the widget, `options` holds what an address would beside the state
 * (`hide`, `lock`, `theme`, `title`), and each parameter is a trait of its own name with the text of the address as its
 * value, in both directions. The trait `outputs` is written only. The trait `task` holds the text of a question, and
 * what the reader makes of it is written to the trait `result`.
 */
async function render({ model, el }: { model: Model; el: HTMLElement }): Promise<() => void> {
  const id = String(model.get('widget') ?? '');
  const definition = Object.hasOwn(definitions, id) ? definitions[id] : undefined;
  if (!definition) {
    el.textContent = `There is no widget “${id}”. There are ${Object.keys(definitions).join(', ')}.`;
    return () => undefined;
  }
  const names = Object.keys(definition.parameters);
  const traits = () =>
    new URLSearchParams(
      names.flatMap((name): [string, string][] => {
        const value = model.get(name);
        return value === undefined || value === null ? [] : [[name, String(value)]];
      }),
    ).toString();
  const address = [String(model.get('options') ?? ''), traits()].filter(Boolean).join('&');
  const task = String(model.get('task') ?? '');
  const widget = await openWidget(definition, address, task === '' ? undefined : task);
  const { session, attempt, options } = widget;
  if (options.theme) el.dataset.theme = options.theme;
  // JupyterLab listens before the widget does, and would take keys on a handle for commands of the notebook.
  el.dataset.lmSuppressShortcuts = 'true';
  const remove = showInShadow(el, widget, await loadView(id));

  /** Some models tell of a change while it is being written, before the other traits have followed. */
  let writing = false;
  const hear = () => {
    const differs = names.some((name) => String(model.get(name) ?? '') !== textOf(session, name));
    if (!writing && differs) session.setQuery(traits());
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
      if (report.type === 'state') model.set('outputs', report.outputs);
      ifPossible(() => model.save_changes());
    });
  });
  const unobserve =
    attempt &&
    observeResult(attempt, (result) => {
      model.set('result', result);
      ifPossible(() => model.save_changes());
    });
  return () => {
    unobserve?.();
    for (const name of names) ifPossible(() => model.off(`change:${name}`, hear));
    forget();
    remove();
  };
}

export default { render };
