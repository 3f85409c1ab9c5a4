import { median, quantile } from './statistics.mjs';

/** The cheapest thing that can be dragged: one element that follows the pointer. */
export const FLOOR = `<!doctype html><meta name="viewport" content="width=device-width">
<div id="floor" style="position:absolute;left:400px;top:300px;width:44px;height:44px;background:#06c"></div>
<script>
  let held = false;
  floor.onpointerdown = (e) => { held = true; floor.setPointerCapture(e.pointerId); };
  floor.onpointerup = () => { held = false; };
  floor.onpointermove = (e) => {
    if (held) floor.style.transform = 'translate(' + (e.clientX - 422) + 'px,' + (e.clientY - 322) + 'px)';
  };
</script>`;

const MOVES = 40;
const RADIUS = 40;

/**
 * Times in microseconds; `tdur` is the thread's processor time, which is no longer when the machine has other work.
 * @typedef {{ name: string, ts: number, dur: number, tdur?: number, ph: string, pid: number, tid: number, args: { data?: { type?: string } } }} TraceEvent
 */

/**
 * @param {import('playwright-core').CDPSession} cdp
 * @param {() => Promise<void>} action
 */
async function trace(cdp, action) {
  /** @type {TraceEvent[]} */
  const events = [];
  /** @param {{ value: object[] }} chunk */
  const collect = (chunk) => events.push(.../** @type {TraceEvent[]} */ (chunk.value));
  cdp.on('Tracing.dataCollected', collect);
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: [
        'toplevel',
        'devtools.timeline',
        'disabled-by-default-devtools.timeline',
        'blink.user_timing',
      ],
    },
  });
  await action();
  const complete = new Promise((resolve) => cdp.once('Tracing.tracingComplete', resolve));
  await cdp.send('Tracing.end');
  await complete;
  cdp.off('Tracing.dataCollected', collect);
  return events;
}

/**
 * Milliseconds of the page's main thread for each move, from one move to the next, less what the page costs at rest.
 * @param {TraceEvent[]} events with the marks `idle` and `moves` before and after a rest
 */
function workOfMoves(events) {
  const mark = (/** @type {string} */ name) => {
    const found = events.find((event) => event.name === name);
    if (!found) throw new Error(`the trace lacks the mark ${name}`);
    return found;
  };
  const [idle, moving] = [mark('idle'), mark('moves')];
  const onMain = events.filter(({ pid, tid, ph }) => ph === 'X' && pid === idle.pid && tid === idle.tid);
  const tasks = onMain.filter(({ name }) => name === 'RunTask');
  const work = (/** @type {number} */ from, /** @type {number} */ to) =>
    tasks.filter(({ ts }) => ts >= from && ts < to).reduce((sum, { tdur, dur }) => sum + (tdur ?? dur), 0) /
    1000;
  const rest = work(idle.ts, moving.ts) / (moving.ts - idle.ts);
  const moves = onMain
    .filter(
      ({ name, ts, args }) => name === 'EventDispatch' && args.data?.type === 'pointermove' && ts > moving.ts,
    )
    .map((move) => tasks.find(({ ts, dur }) => ts <= move.ts && move.ts < ts + dur)?.ts ?? move.ts)
    .sort((a, b) => a - b);
  return moves.slice(1).map((to, i) => {
    const from = moves[i] ?? to;
    return work(from, to) - rest * (to - from);
  });
}

/** @param {import('playwright-core').Locator} element */
async function middleOf(element) {
  await element.scrollIntoViewIfNeeded();
  await element.page().waitForTimeout(300);
  const box = await element.boundingBox();
  if (!box) throw new Error(`nothing to drag at ${element}`);
  return /** @type {const} */ ([box.x + box.width / 2, box.y + box.height / 2]);
}

/**
 * Main-thread milliseconds for one move of a dragged element, median of one drag.
 * @param {import('playwright-core').Page} page
 * @param {string} selector
 */
async function costOfDrag(page, selector) {
  await page.bringToFront();
  const [x, y] = await middleOf(page.locator(selector).first());
  const at = (/** @type {number} */ i) => {
    const t = (i / 20) * 2 * Math.PI;
    return /** @type {const} */ ([x + RADIUS * Math.sin(t), y + (RADIUS * (1 - Math.cos(t))) / 2]);
  };
  const cdp = await page.context().newCDPSession(page);
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let i = 0; i < 20; i++) await page.mouse.move(...at(i));
  const events = await trace(cdp, async () => {
    await page.evaluate(() => performance.mark('idle'));
    await page.waitForTimeout(300);
    await page.evaluate(() => performance.mark('moves'));
    for (let i = 0; i < MOVES; i++) {
      await page.mouse.move(...at(i));
      await page.waitForTimeout(30);
    }
  });
  await page.mouse.up();
  await cdp.detach();
  return median(workOfMoves(events));
}

const ROUNDS = 5;

/**
 * What one move of a dragged element costs the main thread, in milliseconds and as a multiple of what it costs on another
 * page: medians of a few drags. The pages take turns, and each drag is held against those before and after it on the other,
 * since a machine's clock wanders.
 * @param {readonly [page: import('playwright-core').Page, selector: string]} dragged
 * @param {readonly [page: import('playwright-core').Page, selector: string]} floor
 */
export async function costBeside(dragged, floor) {
  const costs = [];
  const multiples = [];
  let before = await costOfDrag(...floor);
  for (let round = 0; round < ROUNDS; round++) {
    const cost = await costOfDrag(...dragged);
    const after = await costOfDrag(...floor);
    costs.push(cost);
    multiples.push(cost / ((before + after) / 2));
    before = after;
  }
  return { ms: median(costs), multiple: median(multiples) };
}

const FRAME = 1000 / 60;
const SECONDS = 2;

/**
 * Frames a second while a drag brings 60 moves a second and the processor is slowed down.
 * @param {import('playwright-core').Page} page
 * @param {string} selector
 * @param {number} slowdown
 */
export async function framesOfDrag(page, selector, slowdown) {
  const [x, y] = await middleOf(page.locator(selector).first());
  const cdp = await page.context().newCDPSession(page);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const frames = page.evaluate(
    (ms) =>
      new Promise((resolve) => {
        const start = performance.now();
        let count = 0;
        const tick = (/** @type {number} */ now) => {
          if (now - start >= ms) return resolve((1000 * count) / (now - start));
          count++;
          requestAnimationFrame(tick);
        };
        requestAnimationFrame(tick);
      }),
    SECONDS * 1000,
  );
  const start = performance.now();
  for (let i = 0; i < SECONDS * 60; i++) {
    const wait = start + i * FRAME - performance.now();
    if (wait > 0) await page.waitForTimeout(wait);
    const t = (i / 20) * 2 * Math.PI;
    // Not awaited: a page that is late must not slow the pointer down.
    void cdp.send('Input.dispatchMouseEvent', {
      type: 'mouseMoved',
      x: x + RADIUS * Math.sin(t),
      y: y + (RADIUS * (1 - Math.cos(t))) / 2,
      button: 'left',
      buttons: 1,
    });
  }
  const result = Number(await frames);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await page.mouse.up();
  await cdp.detach();
  return result;
}

/**
 * Milliseconds from a key press on a handle to the frame that shows its effect, 95th percentile.
 * @param {import('playwright-core').Page} page
 * @param {string} selector
 * @param {number} slowdown
 */
export async function latencyOfKeys(page, selector, slowdown) {
  const cdp = await page.context().newCDPSession(page);
  await page.locator(selector).first().focus();
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.evaluate(() => {
    /** @type {number[]} */
    const latencies = [];
    Object.assign(globalThis, { latencies });
    addEventListener(
      'keydown',
      ({ timeStamp }) => {
        const shown = new MessageChannel();
        shown.port1.onmessage = () => latencies.push(performance.now() - timeStamp);
        requestAnimationFrame(() => shown.port2.postMessage(null));
      },
      true,
    );
  });
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press(i % 4 < 2 ? 'ArrowRight' : 'ArrowLeft');
    await page.waitForTimeout(60);
  }
  const latencies = /** @type {number[]} */ (await page.evaluate('latencies'));
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await cdp.detach();
  return quantile(latencies, 0.95);
}
