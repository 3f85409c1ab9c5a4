import type { Attempt } from '../tasks/attempt.svelte';
import type { Session } from '../state/session.svelte';
import { isOurs } from './message-channel';
import { observeResult } from './observe-result.svelte';
import type { Request } from './requests';
import { answer, idOf, sent, stateOf, taskOf, type Report } from './messages';

/** Posts to the window that asked; a sandboxed page has no origin that a message could be addressed to. */
function reply(event: MessageEvent, report: Report, id: string | undefined): void {
  const target = event.origin === 'null' || event.origin === '' ? '*' : event.origin;
  event.source?.postMessage(sent(report, id), { targetOrigin: target });
}

const heightOf = (body: HTMLElement) => Math.ceil(body.getBoundingClientRect().height);

/** The widget as a picture; few hosts ask, so what draws it is loaded then. */
async function pictureReport(
  body: HTMLElement,
  request: Extract<Request, { type: 'picture' }>,
): Promise<Report> {
  const { pictureText } = await import('../controls/picture-file');
  const { format, ground, scale } = request;
  const widget = body.querySelector<HTMLElement>('.cl-widget');
  const picture = widget ? await pictureText(widget, format, ground, scale) : undefined;
  if (picture === undefined) return { type: 'refused', problem: 'picture: this widget has no drawing' };
  return { type: 'picture', format, picture };
}

/** Says how high the widget is, to our own script and in the ways that hosts know. */
function tellHeight(height: number): void {
  // The height of a picture is no secret, so any host may hear it.
  parent.postMessage(sent({ type: 'height', height }), '*');
  parent.postMessage({ sentinel: 'amp', type: 'embed-size', height }, '*');
  parent.postMessage({ subject: 'lti.frameResize', height }, '*');
}

/**
 * Lets the page around an embedded widget ask for its state, set it and follow it, and tells it the height and what the
 * reader makes of the task.
 * What is not a well-formed request is passed over; a request that is ours and wrong is refused, in an answer and in the console.
 */
export function listenToHost(session: Session, body: HTMLElement, attempt?: Attempt): void {
  if (window.parent === window) return;
  /** The request of a host that follows the state. */
  let followed: { event: MessageEvent; id: string | undefined } | undefined;

  /** What reads requests, loaded with the first: most hosts only show the widget. Later ones wait, each in its turn. */
  let reader: Promise<typeof import('./requests')> | undefined;

  addEventListener('message', async (event) => {
    if (event.source !== window.parent || !isOurs(event.data)) return;
    reader ??= import('./requests').catch((error: unknown) => {
      reader = undefined;
      throw error;
    });
    const { readRequest } = await reader;
    const read = readRequest(event.data);
    if (read === undefined) return;
    if ('problem' in read) {
      console.warn(`A message was passed over. ${read.problem}`);
      reply(event, { type: 'refused', problem: read.problem }, idOf(event.data));
      return;
    }
    const { request } = read;
    if (request.type === 'getHeight') tellHeight(heightOf(body));
    if (request.type === 'picture') {
      reply(event, await pictureReport(body, request), request.id);
      return;
    }
    if (request.type === 'observe') followed = { event, id: request.id };
    if (request.type === 'unobserve') followed = undefined;
    const report = answer(session, request, attempt);
    if (report) reply(event, report, request.id);
  });

  $effect.root(() => {
    $effect(() => {
      const report = stateOf(session);
      if (followed) reply(followed.event, report, followed.id);
    });
    if (attempt) observeResult(attempt, () => parent.postMessage(sent(taskOf(attempt)), '*'));
  });

  new ResizeObserver(() => tellHeight(heightOf(body))).observe(body);
  parent.postMessage(sent({ type: 'ready', widget: session.definition.id }), '*');
}
