import type { Browser, Page, Route } from 'playwright-core';
import { axeFindings } from '../../shared/testing/axe.ts';

/** Where the copies stand. Nothing listens there: every request of the mirror is answered here. */
const PLACE = 'http://localhost:9';

const SCRIPT = /<script type="module" src="([^"]+)"><\/script>/;

const mirrors = new WeakMap<Browser, Promise<Mirror>>();

/**
 * A page with scripts in which axe looks at copies of others: it needs scripts, which their visitors may not have. All
 * copies are written into one document, because axe takes longer to load than to look.
 */
export class Mirror {
  private portal = '';
  private copies = 0;
  private script: string | null = null;

  /** The mirror of a browser. */
  static in(browser: Browser): Promise<Mirror> {
    const mirror = mirrors.get(browser) ?? Mirror.open(browser);
    mirrors.set(browser, mirror);
    return mirror;
  }

  private static async open(browser: Browser): Promise<Mirror> {
    const mirror = new Mirror(await (await browser.newContext()).newPage());
    await mirror.page.route('**/*', (route) => mirror.answer(route));
    // A copy is no visitor: what it would listen to never answers.
    await mirror.page.routeWebSocket(/./, () => undefined);
    await mirror.page.goto(PLACE);
    return mirror;
  }

  private constructor(readonly page: Page) {}

  /** Shows a copy of a page of a portal, as it is where scripts are off. */
  async show(
    portal: string,
    html: string,
    viewport: { width: number; height: number } | null,
  ): Promise<void> {
    this.portal = portal;
    this.script = SCRIPT.exec(html)?.[1] ?? null;
    if (viewport) await this.page.setViewportSize(viewport);
    await this.page.setContent(html.replace(SCRIPT, ''));
  }

  /** Lets the script of the page add what it adds where scripts are on. */
  async enhance(): Promise<void> {
    if (!this.script) throw new Error('The page has no script');
    // Under an address of its own: a document runs each module once.
    this.copies += 1;
    await this.page.evaluate(`import('${this.script}?copy=${this.copies}').then(() => undefined)`);
  }

  /** What axe finds in the light and in the dark look. */
  async findings(): Promise<string[]> {
    await this.page.emulateMedia({ colorScheme: 'light' });
    const light = await axeFindings(this.page);
    await this.page.emulateMedia({ colorScheme: 'dark' });
    return [...light, ...(await axeFindings(this.page, ['color-contrast', 'link-in-text-block']))];
  }

  private async answer(route: Route): Promise<void> {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: '' });
    const asset = await fetch(`${this.portal}${pathname}`);
    return route.fulfill({
      status: asset.status,
      contentType: asset.headers.get('content-type') ?? '',
      body: Buffer.from(await asset.arrayBuffer()),
    });
  }
}
