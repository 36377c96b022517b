import { describe, expect, it } from '@jest/globals';
import { countYear, EXACT_NUMBERS, lastClosedYear } from '../../server/analytics/testing/counted-year.ts';
import type { GraphQLClient } from '../../server/testing/graphql-client.ts';
import { checkPage } from './testing/page-check.ts';
import { useBrowser } from './testing/use-browser.ts';
import { usePortal } from './testing/use-portal.ts';

const MOST = 50 * 1024; // bytes, before scripts, uncompressed

const PUBLISH = 'mutation($year: Int!) { publishYear(year: $year) { __typename } }';
const WITHDRAW = 'mutation($year: Int!) { withdrawYear(year: $year) }';

describe('the page of a year', () => {
  const lab = usePortal();
  const visit = useBrowser();

  async function publish(): Promise<{ admin: GraphQLClient; year: number }> {
    const admin = await lab.server.seed.firstAdministrator();
    const year = lastClosedYear(lab.server);
    await countYear(lab.server, year);
    expect((await admin.outcome(PUBLISH, { year })).__typename).toBe('YearPublished');
    return { admin, year };
  }

  const get = async (path: string) => {
    const response = await fetch(`${lab.url}${path}`);
    return { status: response.status, html: await response.text() };
  };

  it('is reached from the first page while it is published, and is unknown when it is not', async () => {
    const { admin, year } = await publish();
    const there = [await get('/'), await get('/cy'), await get(`/year/${year}`)];
    await admin.data(WITHDRAW, { year });
    const gone = [await get('/'), await get(`/year/${year}`), await get('/year/1999'), await get('/year/x')];

    expect(there.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(there[0]?.html).toContain(`What people told us in ${year}`);
    expect(there[1]?.html).toContain(`href="/cy/year/${year}"`);
    expect(gone.map(({ status }) => status)).toEqual([200, 404, 404, 404]);
    expect(gone[0]?.html).not.toContain('/year/');
    expect(gone[1]?.html).not.toContain('>245<');
  });

  it('is open to everybody, on a narrow screen too', async () => {
    const { year } = await publish();
    const { page } = await visit({ script: 'off' });
    await page.goto(`${lab.url}/year/${year}`);

    for (const width of [320, 1_280]) {
      await page.setViewportSize({ width, height: 900 });
      await checkPage(page);
    }
  }, 60_000);

  it.each([
    ['', 'Not shown', 'ltr'],
    ['/cy', 'Heb ei ddangos', 'ltr'],
    ['/ar', 'غير معروض', 'rtl'],
  ])('says in %p in words and bars what it shows and what not', async (prefix, untold, direction) => {
    const { year } = await publish();
    const { page } = await visit({ script: 'off' });
    await page.goto(`${lab.url}${prefix}/year/${year}`);

    expect(await page.locator('html').getAttribute('dir')).toBe(direction);
    expect(await page.locator('table').count()).toBe(4);
    // Each number has its bar, and what is not shown an outline in the place of one.
    expect(await page.locator('td svg rect').count()).toBe(await page.locator('td').count());
    expect(await page.locator('td .year-untold').count()).toBe(
      await page.getByText(untold, { exact: true }).count(),
    );
  });

  it('holds no number below the threshold and none that was not rounded, and is light', async () => {
    const { year } = await publish();
    const { html } = await get(`/year/${year}`);

    const cells = [...html.matchAll(/<td>.*?<span>([^<]*)<\/span>/gs)].map(([, cell = '']) => cell);
    const counts = cells.filter((cell) => /^\d/.test(cell)).map(Number);
    expect(counts).toEqual(expect.arrayContaining([100, 85, 130, 110]));
    expect(counts.every((count) => count >= 10 && count % 5 === 0)).toBe(true);
    expect(cells.filter((cell) => cell === 'Not shown').length).toBeGreaterThan(3);
    const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
    expect(main).not.toMatch(new RegExp(`>(${EXACT_NUMBERS.join('|')})<`));
    const assets = [...html.matchAll(/<link[^>]*\shref="([^"]+)"/g)].map(([, address = '']) => address);
    const sizes = await Promise.all(
      assets.map(async (address) => Buffer.byteLength((await get(address)).html)),
    );
    expect(sizes.reduce((sum, size) => sum + size, Buffer.byteLength(html))).toBeLessThanOrEqual(MOST);
  });
});
