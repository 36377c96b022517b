import { describe, expect, it } from '@jest/globals';
import { checkPage } from './testing/page-check.ts';
import { useBrowser } from './testing/use-browser.ts';
import { usePortal } from './testing/use-portal.ts';

describe('a request that no page is asked with', () => {
  const lab = usePortal();
  const visit = useBrowser();

  it.each([
    [413, '/ar/report', 'a'.repeat(1024 * 1024 + 1), 'same-origin', 'هذا أطول مما يستوعبه النموذج'],
    [403, '/cy/report', 'a=b', 'cross-site', 'Nid agorwyd y dudalen hon'],
    [405, '/ar/support', 'a=b', 'same-origin', 'تعذّرت قراءة هذه الصفحة'],
  ])(
    'is answered %i in the language of %s, with whom to call and a way on',
    async (status, path, form, site, heading) => {
      await lab.server.seed.firstAdministrator();
      const { page } = await visit({ script: 'on' });
      const answer = await page.request.post(`${lab.url}${path}`, {
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': site },
        data: form,
      });

      await page.route(`${lab.url}${path}`, async (route) => route.fulfill({ response: answer }));
      await page.goto(`${lab.url}${path}`);

      expect(answer.status()).toBe(status);
      expect(await page.locator('h1').innerText()).toBe(heading);
      expect(await page.locator('.danger').innerText()).toContain('999');
      expect(await page.locator('.foot nav').count()).toBe(2);
      await checkPage(page);
    },
  );
});
