import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { Builder, By, Capabilities, Key, Origin, type WebDriver } from 'selenium-webdriver';
import { pathOf } from '../../../scripts/engines/programs.mjs';
import type { Desktop } from './desktop';
import { WINDOW, type Place, type Tab, type Where } from './tab';

const KEYS: Record<string, string> = {
  ...{
    ArrowLeft: Key.ARROW_LEFT,
    ArrowRight: Key.ARROW_RIGHT,
    ArrowUp: Key.ARROW_UP,
    ArrowDown: Key.ARROW_DOWN,
  },
  ...{
    Shift: Key.SHIFT,
    Control: Key.CONTROL,
    Alt: Key.ALT,
    Tab: Key.TAB,
    Enter: Key.ENTER,
    Escape: Key.ESCAPE,
  },
  ...{ Home: Key.HOME, End: Key.END, PageUp: Key.PAGE_UP, PageDown: Key.PAGE_DOWN, Space: Key.SPACE },
};

/** A port that nothing listens on. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Resolves once a driver answers. */
async function answers(driver: ChildProcess, url: string): Promise<void> {
  while (driver.exitCode === null) {
    if (
      await fetch(`${url}/status`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`WebKitWebDriver ended with ${driver.exitCode}.`);
}

/** A tab of WebKit, in the small browser that comes with its library for GTK. */
export class WebKitTab implements Tab {
  private constructor(
    private readonly driver: ChildProcess,
    private readonly session: WebDriver,
  ) {}

  static async start(desktop: Desktop): Promise<WebKitTab> {
    const port = await freePort();
    const env = { ...process.env, ...desktop };
    const driver = spawn(pathOf('webkitDriver'), [`--port=${port}`], { env, stdio: 'ignore' });
    const url = `http://127.0.0.1:${port}`;
    await answers(driver, url);
    const capabilities = new Capabilities({
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary: pathOf('miniBrowser'), args: ['--automation'] },
    });
    const session = await new Builder().usingServer(url).withCapabilities(capabilities).build();
    await session.manage().setTimeouts({ script: 60_000 });
    const tab = new WebKitTab(driver, session);
    await tab.resize();
    return tab;
  }

  /** Makes the page as large as in the other browsers: the window has bars of its own. */
  private async resize(): Promise<void> {
    await this.session
      .manage()
      .window()
      .setRect({ x: 0, y: 0, ...WINDOW });
    const inner = await this.run(() => ({ width: innerWidth, height: innerHeight }), undefined);
    const width = 2 * WINDOW.width - inner.width;
    const height = 2 * WINDOW.height - inner.height;
    await this.session.manage().window().setRect({ x: 0, y: 0, width, height });
  }

  open(address: string): Promise<void> {
    return this.session.get(address);
  }

  async run<A, R>(work: (argument: A) => R, argument: A, where: Where = 'page'): Promise<Awaited<R>> {
    const call = `const done = arguments[arguments.length - 1];
      (async () => (${work})(${JSON.stringify(argument) ?? ''}))()
        .then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    if (where === 'frame')
      await this.session.switchTo().frame(await this.session.findElement(By.css('iframe')));
    try {
      const { value, error } = await this.session.executeAsyncScript<{ value: Awaited<R>; error?: string }>(
        call,
      );
      if (error !== undefined) throw new Error(error);
      return value;
    } finally {
      if (where === 'frame') await this.session.switchTo().defaultContent();
    }
  }

  moveTo([x, y]: Place): Promise<void> {
    const place = { x: Math.round(x), y: Math.round(y), origin: Origin.VIEWPORT, duration: 0 };
    return this.session.actions().move(place).perform();
  }

  mouseDown(): Promise<void> {
    return this.session.actions().press().perform();
  }

  mouseUp(): Promise<void> {
    return this.session.actions().release().perform();
  }

  press(key: string): Promise<void> {
    const keys = key.split('+').map((name) => KEYS[name] ?? name);
    const down = keys.reduce((actions, name) => actions.keyDown(name), this.session.actions());
    return keys
      .toReversed()
      .reduce((actions, name) => actions.keyUp(name), down)
      .perform();
  }

  type(text: string): Promise<void> {
    return this.session.actions().sendKeys(text).perform();
  }

  async picture(): Promise<Uint8Array> {
    return Buffer.from(await this.session.takeScreenshot(), 'base64');
  }

  async close(): Promise<void> {
    await this.session.quit();
    this.driver.kill();
  }
}
