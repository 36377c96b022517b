import { describe, expect, it } from '@jest/globals';
import { checkPage } from './page-check.ts';
import { useBrowser } from './use-browser.ts';
import { usePortal } from './use-portal.ts';

describe('checkPage', () => {
  const lab = usePortal();
  const visit = useBrowser();

  it.each([
    ['a picture without words', '<img src="/icon.svg">', /cy, scripts off.*image-alt/s],
    [
      'what only scripts show',
      '<p data-with-script hidden><img src="/icon.svg"></p>',
      /cy, scripts on.*image-alt/s,
    ],
    ['a sentence of another language', '<p>Staying safe</p>', /Staying safe/],
    ['the name of a text in place of the text', '<p>safety.title</p>', /safety\.title/],
    ['what is too small to be pressed', '<button>x</button>', /"small"/],
  ])('finds out %s', async (_, added, finding) => {
    const { page } = await visit({ script: 'off' });
    await page.goto(`${lab.url}/cy/safety`);
    await checkPage(page);

    await page.evaluate(
      (html) => document.querySelector('main')?.insertAdjacentHTML('beforeend', html),
      added,
    );

    await expect(checkPage(page)).rejects.toThrow(finding);
  });
});
