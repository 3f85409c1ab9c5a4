import * as chromeLauncher from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { findBrowser } from '../browser.mjs';
import { median } from './statistics.mjs';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const TIMES = {
  LCP: 'largest-contentful-paint',
  TBT: 'total-blocking-time',
  CLS: 'cumulative-layout-shift',
};

/**
 * Lighthouse on a simulated phone, the median of some runs.
 * @param {string} url
 * @param {number} runs
 */
export async function judge(url, runs) {
  /** @type {Record<string, number[]>} */
  const rows = {};
  for (let run = 0; run < runs; run++) {
    const chrome = await chromeLauncher.launch({
      chromePath: findBrowser() ?? '',
      chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
      logLevel: 'silent',
    });
    try {
      const result = await lighthouse(url, {
        port: chrome.port,
        logLevel: 'silent',
        onlyCategories: CATEGORIES,
      });
      if (!result) throw new Error(`Lighthouse gave no result for ${url}`);
      const { categories, audits } = result.lhr;
      for (const name of CATEGORIES) (rows[name] ??= []).push(100 * (categories[name]?.score ?? 0));
      for (const [name, id] of Object.entries(TIMES)) {
        (rows[name] ??= []).push(audits[id]?.numericValue ?? NaN);
      }
    } finally {
      chrome.kill();
    }
  }
  return Object.fromEntries(
    Object.entries(rows).map(([name, values]) => [name, Number(median(values).toFixed(3))]),
  );
}
