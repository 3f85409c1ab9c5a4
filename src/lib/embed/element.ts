/** Defines the custom element; the only script that a page needs. */
import { WidgetElement } from './element.svelte';

if (!customElements.get('contrastive-widget')) customElements.define('contrastive-widget', WidgetElement);
