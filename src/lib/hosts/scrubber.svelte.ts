import type { NumberParameter } from '../state/parameters';
import type { Figure } from './figure';
import { fixed } from './format';
import { keepText } from './live-text.svelte';
import type { Sight } from './sight';

/** Pixels of a drag that go through the whole range. */
const TRAVEL = 320;
const COARSE = 10;

/** How many steps a key goes; Shift goes far, Alt goes little. */
function stepsOf({ key, shiftKey, altKey }: KeyboardEvent): number | undefined {
  const size = shiftKey ? COARSE : altKey ? 1 / COARSE : 1;
  if (key === 'ArrowRight' || key === 'ArrowUp') return size;
  if (key === 'ArrowLeft' || key === 'ArrowDown') return -size;
  if (key === 'PageUp') return COARSE;
  return key === 'PageDown' ? -COARSE : undefined;
}

/**
 * A number in the text that changes a parameter of a figure: dragged sideways, stepped with the arrow keys, or typed
 * after a click or Enter. It takes the place of the link that stands there without scripts.
 */
export function bindScrubber(link: HTMLElement, figure: Figure, sight: Sight): void {
  const { session } = figure;
  const { parameter: name = '', digits = '0' } = link.dataset;
  const parameter = session.definition.parameters[name] as NumberParameter;
  const { min, max, step, label, symbol } = parameter;

  const slider = document.createElement('span');
  slider.className = link.className;
  slider.tabIndex = 0;
  slider.role = 'slider';
  slider.dataset.role = link.dataset.role;
  slider.title = 'Drag sideways, or click to type';
  slider.ariaLabel = [label, symbol].filter(Boolean).join(' ');
  slider.ariaValueMin = String(min);
  slider.ariaValueMax = String(max);
  link.replaceWith(slider);

  const value = () => session.values[name] as number;
  const set = (next: number, commit: boolean) => session.set({ [name]: next }, { commit });
  /** To the nearest whole step, so that a drag passes through round numbers. */
  const snap = (next: number) => Number((min + Math.round((next - min) / step) * step).toFixed(9));

  const text = () => fixed(value(), Math.max(Number(digits), decimals(value())));
  // What is under the hand follows it.
  keepText(slider, text, sight, { pause: 0 });
  $effect.root(() => {
    $effect(() => {
      slider.ariaValueNow = String(value());
    });
  });

  let drag: { x: number; from: number; moved: boolean } | undefined;
  slider.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    slider.setPointerCapture(event.pointerId);
    drag = { x: event.clientX, from: value(), moved: false };
  });
  slider.addEventListener('pointermove', (event) => {
    if (!drag) return;
    const travelled = event.clientX - drag.x;
    drag.moved ||= Math.abs(travelled) > 3;
    if (drag.moved) set(snap(drag.from + (travelled / TRAVEL) * (max - min)), false);
  });
  const release = () => {
    if (drag?.moved) session.commit();
    else if (drag) type();
    drag = undefined;
  };
  slider.addEventListener('pointerup', release);
  slider.addEventListener('pointercancel', () => {
    session.commit();
    drag = undefined;
  });

  slider.addEventListener('keydown', (event) => {
    const steps = stepsOf(event);
    if (steps !== undefined) set(value() + steps * step, true);
    else if (event.key === 'Home') set(min, true);
    else if (event.key === 'End') set(max, true);
    else if (event.key === 'Enter') type();
    else return;
    event.preventDefault();
  });

  /** Puts a field in the number's place until Enter, Escape or leaving it. */
  function type() {
    const field = document.createElement('input');
    field.className = 'cl-scrub-field';
    field.inputMode = 'decimal';
    field.size = 5;
    field.value = String(value());
    field.ariaLabel = slider.ariaLabel;
    slider.replaceWith(field);
    field.focus();
    field.select();

    let open = true;
    const close = (keep: boolean) => {
      if (!open) return;
      open = false;
      const focused = document.activeElement === field;
      field.replaceWith(slider);
      if (focused) slider.focus();
      if (keep && field.value.trim() !== String(value())) {
        session.setQuery(`${name}=${encodeURIComponent(field.value.trim())}`);
      }
    };
    field.addEventListener('keydown', ({ key }) => {
      if (key === 'Enter' || key === 'Escape') close(key === 'Enter');
    });
    field.addEventListener('blur', () => close(true));
  }
}

/** Decimals that a value needs, three at the most. */
function decimals(value: number): number {
  return (String(Number(value.toFixed(3))).split('.')[1] ?? '').length;
}
