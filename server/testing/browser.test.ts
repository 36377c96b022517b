import { describe, expect, it } from '@jest/globals';
import { launchBrowser } from './browser.ts';

describe('launchBrowser', () => {
  it('starts a browser that shows a page, with JavaScript on and off', async () => {
    const browser = await launchBrowser();
    try {
      for (const javaScriptEnabled of [true, false]) {
        const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
        await page.setContent('<h1>off</h1><script>document.querySelector("h1").textContent = "on"</script>');

        expect(await page.textContent('h1')).toBe(javaScriptEnabled ? 'on' : 'off');
      }
    } finally {
      await browser.close();
    }
  });
});
