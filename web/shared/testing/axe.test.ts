import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../../server/testing/browser.ts';
import { axeFindings } from './axe.ts';

const PAGE = `<!doctype html><html lang="en"><title>Page</title>
  <style>@media (prefers-color-scheme: dark) { body { background: #000; color: #222 } }</style>
  <main><h1>Page</h1><p>Words</p>`;

describe('axeFindings', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('names the rule and the elements, of the page as it is at that moment', async () => {
    const page = await browser.newPage();
    await page.setContent(PAGE);
    expect(await axeFindings(page)).toEqual([]);

    await page.evaluate(() =>
      document.querySelector('main')?.insertAdjacentHTML('beforeend', '<img src="/a">'),
    );

    expect(await axeFindings(page)).toEqual(['image-alt: <img src="/a">']);
    expect(await axeFindings(page, ['color-contrast'])).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await axeFindings(page, ['color-contrast'])).toEqual([
      'color-contrast: <h1>Page</h1> <p>Words</p>',
    ]);
  });
});
