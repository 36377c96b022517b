import { afterAll, afterEach, beforeAll, expect, jest } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page, WebSocketRoute } from 'playwright-core';
import { closeContext, launchBrowser } from '../../../server/testing/browser.ts';
import { axeFindings } from '../../shared/testing/axe.ts';
import type { Doors } from './doors.ts';
import { type Cookie, MORGAN, type Person } from './staff.ts';

/** Windows of a real browser; whatever a test leaves open is closed after it. */
export interface DashboardBrowser {
  /** A window of somebody new: no cookies, nothing kept. */
  open(options?: BrowserContextOptions): Promise<Page>;
  /** A window of somebody who is signed in, and stands in the inbox. @param person @default MORGAN */
  signedIn(doors: Doors, person?: Person, options?: BrowserContextOptions): Promise<Page>;
}

/**
 * Starts a browser for the tests of a file.
 *
 * After each test what the pages complained of has to be nothing: no fault, and nothing that the content security
 * policy held back. Answers that a test spoils on purpose are no complaint.
 */
export function useBrowser(): DashboardBrowser {
  jest.setTimeout(90_000); // 90 seconds: a server and a browser on two busy cores
  jest.retryTimes(1, { logErrorsBeforeRetry: true });
  let browser: Browser | undefined;
  let complaints: string[] = [];

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterEach(async () => {
    await Promise.all(browser?.contexts().map(closeContext) ?? []);
    const heard = complaints;
    complaints = [];
    expect(heard).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
  });

  const open = async (options: BrowserContextOptions = {}) => {
    if (browser === undefined) throw new Error('The browser is open inside tests only');
    const page = await (await browser.newContext(options)).newPage();
    page.setDefaultTimeout(20_000); // 20 seconds
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      const isSpoilt = /^(Failed to load resource|WebSocket connection to .* failed)/.test(message.text());
      if (message.type() === 'error' && !isSpoilt) complaints.push(message.text());
    });
    return page;
  };

  return {
    open,
    signedIn: async (doors, person = MORGAN, options = {}) => {
      const page = await open(options);
      await keepSession(page, await doors.signIn(person));
      await page.goto(`${doors.staffUrl}/inbox`);
      // The whole page, too: until the account's settings have come, single keys are no short cuts.
      await page.locator('main[aria-busy=false]').waitFor();
      await page.locator('.listing[aria-busy=false]').waitFor();
      return page;
    },
  };
}

/** Expects nothing that axe knows to keep anybody out: in light as wide as the window is, in dark at 320 pixels. */
export async function expectOpenToAll(page: Page): Promise<void> {
  const { width, height } = page.viewportSize() ?? { width: 1280, height: 720 };
  const looks = [
    { width, colorScheme: 'light' },
    { width: 320, colorScheme: 'dark' },
  ] as const;
  for (const look of looks) {
    await page.setViewportSize({ width: look.width, height });
    await page.emulateMedia({ colorScheme: look.colorScheme });
    // Colours are judged as they stay.
    await page.evaluate(async () => {
      await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
    });
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  }
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme: null });
}

/** Puts a session into a window, as its sign-in page would have. */
export async function keepSession(page: Page, cookie: Cookie): Promise<void> {
  await page
    .context()
    .addCookies([
      { ...cookie, domain: 'localhost', path: '/', secure: true, httpOnly: true, sameSite: 'Strict' },
    ]);
}

/** The only case of the inbox, opened. @param words what was reported, to be sure that it is there. */
export async function openOnlyCase(page: Page, words: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Inbox' }).click();
  await page.locator('tbody th a').first().click();
  await page.locator('.answers .free-text').getByText(words).waitFor();
}

/** What has the focus, by its role's words: id, or text. */
export async function focused(page: Page): Promise<string> {
  return await page.evaluate(() => {
    const { id = '', textContent = '' } = document.activeElement ?? {};
    return id || (textContent ?? '').trim();
  });
}

/** Ends the session behind the back of the page, as a sign-out in another window would. */
export async function endSession(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const headers = { 'content-type': 'application/json' };
    await fetch('/graphql', { method: 'POST', headers, body: '{"query":"mutation { signOut }"}' });
  });
}

/** Lets one operation be done, and loses its answer. @returns undoes it. */
export async function loseAnswersTo(page: Page, operation: string): Promise<() => Promise<void>> {
  await page.route('**/graphql', async (route) => {
    const { operationName } = (route.request().postDataJSON() ?? {}) as { operationName?: string };
    if (operationName !== operation) return await route.fallback();
    await route.fetch();
    await route.abort('connectionreset');
  });
  return () => page.unroute('**/graphql');
}

/** A socket that a test can cut, and keep from coming back. */
export interface CuttableSocket {
  cut(): Promise<void>;
  allow(): void;
}

/** Puts itself between the page and the socket of the service; to be called before the page is opened. */
export async function cuttableSocket(page: Page): Promise<CuttableSocket> {
  const open = new Set<WebSocketRoute>();
  let isAllowed = true;
  await page.routeWebSocket('**/graphql', (socket) => {
    if (!isAllowed) return void socket.close();
    socket.connectToServer();
    open.add(socket);
  });
  return {
    cut: async () => {
      isAllowed = false;
      await Promise.all([...open].map((socket) => socket.close()));
      open.clear();
    },
    allow: () => {
      isAllowed = true;
    },
  };
}
