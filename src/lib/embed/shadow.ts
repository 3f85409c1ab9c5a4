import { mount, unmount } from 'svelte';
import base from '../theme/base.css?inline';
import programs from '../theme/programs.css?inline';
import tokens from '../theme/tokens.css?inline';
import type { View } from '../widgets/load';
import { adoptBlockedStyles } from './adopt-styles';
import { isolateGestures } from './isolate-gestures';
import type { OpenWidget } from './open-widget';
import ground from './shadow.css?inline';

/** The theme as it holds inside a shadow root: what is said of the page is said of the host element. */
const theme = (tokens + base + programs + ground).replace(
  /:root((?:\[[^\]]*\]|:not\([^)]*\))*)/g,
  (_, conditions: string) => (conditions ? `:host(${conditions})` : ':host'),
);

/** The shadow root of an element that shows a widget. */
const rootOf = (host: HTMLElement) => host.shadowRoot ?? host.attachShadow({ mode: 'open' });

/** What the widgets are drawn in: the English text of a widget runs from left to right on any page. */
function createGround(): HTMLElement {
  const target = document.createElement('div');
  target.className = 'cl-embed';
  target.lang = 'en';
  target.dir = 'ltr';
  return target;
}

function createStyle(): HTMLStyleElement {
  const style = document.createElement('style');
  style.textContent = theme;
  return style;
}

/**
 * Shows a widget in a shadow root of an element, where styles of the page around it do not reach.
 * @returns how to take it away again
 */
export function showInShadow(
  host: HTMLElement,
  { session, attempt, options, Frame }: OpenWidget,
  View: View,
): () => void {
  const root = rootOf(host);
  const [style, target] = [createStyle(), createGround()];
  const endStyles = adoptBlockedStyles(root);
  root.append(style, target);
  const app = mount(Frame, { target, props: { session, View, attempt, title: options.title } });
  const release = isolateGestures(root);
  return () => {
    release();
    endStyles();
    void unmount(app);
    style.remove();
    target.remove();
  };
}

/**
 * Says in the place of a widget why there is none.
 * @returns how to take it away again
 */
export function sayInShadow(host: HTMLElement, message: string): () => void {
  const root = rootOf(host);
  const [style, target] = [createStyle(), createGround()];
  const endStyles = adoptBlockedStyles(root);
  target.setAttribute('role', 'alert');
  target.textContent = message;
  root.append(style, target);
  return () => {
    endStyles();
    style.remove();
    target.remove();
  };
}
