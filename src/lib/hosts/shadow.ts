import { mount, unmount } from 'svelte';
import base from '../theme/base.css?inline';
import programs from '../theme/programs.css?inline';
import tokens from '../theme/tokens.css?inline';
import type { View } from '../widgets/load';
import { keepGestures } from './keep-gestures';
import type { OpenWidget } from './open-widget';
import ground from './shadow.css?inline';

/** The theme as it holds inside a shadow root: what is said of the page is said of the host element. */
const theme = (tokens + base + programs + ground).replace(
  /:root((?:\[[^\]]*\]|:not\([^)]*\))*)/g,
  (_, conditions: string) => (conditions ? `:host(${conditions})` : ':host'),
);

/**
 * Shows a widget in a shadow root of an element, where styles of the page around it do not reach.
 * @returns how to take it away again
 */
export function showInShadow(
  host: HTMLElement,
  { session, attempt, options, Frame }: OpenWidget,
  View: View,
): () => void {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const style = document.createElement('style');
  style.textContent = theme;
  const target = document.createElement('div');
  target.className = 'cl-embed';
  root.append(style, target);
  const app = mount(Frame, { target, props: { session, View, attempt, title: options.title } });
  const release = keepGestures(root);
  return () => {
    release();
    void unmount(app);
    style.remove();
    target.remove();
  };
}
