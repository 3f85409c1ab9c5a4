import type { NumberParameter } from '../state/parameters';
import type { Figure, Section } from './figure';
import { formatFixed } from '../state/format';
import { readNumber, whyNoNumber } from '../state/read-number';
import { keepText } from './live-text.svelte';
import type { VisibilityObserver } from './visibility-observer';

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
export function bindScrubber(
  link: HTMLElement,
  figure: Figure,
  section: Section,
  visibility: VisibilityObserver,
): void {
  const { session } = figure;
  const { parameter: name = '', digits = '0' } = link.dataset;
  const parameter = session.definition.parameters[name] as NumberParameter;
  const { min, max, step, label, symbol } = parameter;

  const slider = document.createElement('span');
  slider.className = link.className;
  slider.tabIndex = 0;
  slider.translate = false;
  slider.role = 'slider';
  slider.dataset.role = link.dataset.role;
  slider.title = 'Drag sideways, or click to type';
  slider.ariaLabel = [label, symbol].filter(Boolean).join(' ');
  slider.ariaValueMin = String(min);
  slider.ariaValueMax = String(max);
  const hadFocus = document.activeElement === link;
  link.replaceWith(slider);
  if (hadFocus) slider.focus({ preventScroll: true });

  const shown = () => session.values[name] as number;
  const value = () => session.state[name] as number;
  const set = (next: number, commit: boolean) => session.set({ [name]: next }, { commit });
  /** To the nearest whole step, so that a drag passes through round numbers. */
  const snap = (next: number) => Number((min + Math.round((next - min) / step) * step).toFixed(9));

  let last = link.textContent;
  const text = () => {
    const present = formatFixed(shown(), Math.max(Number(digits), decimals(shown())));
    if (figure.section !== section) return last;
    if (!session.isGliding) last = present;
    return present;
  };
  // What is under the hand follows it.
  keepText(slider, text, visibility, { pause: 0 });
  $effect.root(() => {
    $effect(() => {
      slider.ariaValueNow = String(value());
    });
  });

  // What it changes is its own section's state, so that is what the figure shows.
  for (const event of ['pointerdown', 'focus'] as const)
    slider.addEventListener(event, () => figure.show(section));

  let drag: { pointer: number; x: number; from: number; moved: boolean } | undefined;
  slider.addEventListener('pointerdown', ({ button, pointerId, clientX }) => {
    // A second finger does not take it from the first.
    if (button !== 0 || drag) return;
    slider.setPointerCapture(pointerId);
    drag = { pointer: pointerId, x: clientX, from: value(), moved: false };
  });
  slider.addEventListener('pointermove', ({ pointerId, clientX }) => {
    if (drag?.pointer !== pointerId) return;
    const travelled = clientX - drag.x;
    drag.moved ||= Math.abs(travelled) > 3;
    if (drag.moved) set(snap(drag.from + (travelled / TRAVEL) * (max - min)), false);
  });
  slider.addEventListener('pointerup', ({ pointerId }) => {
    if (drag?.pointer !== pointerId) return;
    const { moved } = drag;
    drag = undefined;
    if (moved) session.commit();
    else type();
  });
  // It comes after a release too, and after a touch that the page has taken to scroll.
  slider.addEventListener('lostpointercapture', ({ pointerId }) => {
    if (drag?.pointer !== pointerId) return;
    drag = undefined;
    session.commit();
  });

  slider.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && drag) {
      set(drag.from, true);
      drag = undefined;
      return;
    }
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
    field.inputMode = min < 0 ? 'text' : 'decimal';
    field.size = 5;
    const before = String(value());
    field.value = before;
    field.ariaLabel = slider.ariaLabel;
    slider.replaceWith(field);
    field.focus();
    field.select();

    let open = true;
    const close = (keep: boolean) => {
      if (!open) return;
      const number = readNumber(field.value);
      open = false;
      const focused = document.activeElement === field;
      field.replaceWith(slider);
      if (focused) slider.focus();
      if (keep && field.value !== before) {
        session.setQuery(`${name}=${encodeURIComponent(number ?? field.value.trim())}`);
      }
    };
    /** Why the text cannot be taken, said at the field, which stays open. */
    const objection = () => {
      const number = readNumber(field.value);
      if (number === undefined) return whyNoNumber(field.value);
      return number >= min && number <= max ? '' : `${parameter.allowed} is expected`;
    };
    field.addEventListener('input', () => field.setCustomValidity(''));
    field.addEventListener('keydown', ({ key }) => {
      if (key === 'Enter') field.setCustomValidity(objection());
      if (key === 'Escape' || (key === 'Enter' && field.reportValidity())) close(key === 'Enter');
    });
    field.addEventListener('blur', () => close(true));
  }
}

/** Decimals that a value needs, three at the most. */
function decimals(value: number): number {
  return (String(Number(value.toFixed(3))).split('.')[1] ?? '').length;
}
