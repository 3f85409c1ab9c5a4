import type { Browser, Page } from 'puppeteer-core';
import { press } from '../../../scripts/engines/launch.mjs';
import { WINDOW, type Place, type Tab, type Where } from './tab';

/** A tab of Chromium, or of Firefox by WebDriver BiDi: puppeteer drives both. */
export class PuppeteerTab implements Tab {
  private constructor(
    private readonly browser: Browser,
    private readonly page: Page,
  ) {}

  static async of(browser: Browser): Promise<PuppeteerTab> {
    const [page = await browser.newPage()] = await browser.pages();
    await page.setViewport(WINDOW);
    return new PuppeteerTab(browser, page);
  }

  async open(address: string): Promise<void> {
    await this.page.goto(address, { waitUntil: 'load' });
  }

  async run<A, R>(work: (argument: A) => R, argument: A, where: Where = 'page'): Promise<Awaited<R>> {
    const call = `(${work})(${JSON.stringify(argument) ?? ''})`;
    const frame = where === 'page' ? this.page.mainFrame() : await this.firstFrame();
    return (await frame.evaluate(call)) as Awaited<R>;
  }

  private async firstFrame() {
    const element = await this.page.$('iframe');
    const frame = await element?.contentFrame();
    if (!frame) throw new Error('The page has no frame.');
    return frame;
  }

  moveTo([x, y]: Place): Promise<void> {
    return this.page.mouse.move(x, y);
  }

  mouseDown(): Promise<void> {
    return this.page.mouse.down();
  }

  mouseUp(): Promise<void> {
    return this.page.mouse.up();
  }

  press(key: string): Promise<void> {
    return press(this.page, key);
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  picture(): Promise<Uint8Array> {
    return this.page.screenshot();
  }

  close(): Promise<void> {
    return this.browser.close();
  }
}
