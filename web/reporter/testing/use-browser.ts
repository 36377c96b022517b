import { afterAll, afterEach, beforeAll, jest } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { closeContext, launchBrowser } from '../../../server/testing/browser.ts';
import { rememberRequests } from './last-request.ts';

/** How somebody comes to the portal. */
export interface Visit {
  readonly script: 'on' | 'off';
  /** in CSS pixels. @default 320, the narrowest that everything has to work at */
  readonly width?: number;
  /** which look the visitor prefers. @default light */
  readonly colors?: 'light' | 'dark';
}

/** Somebody's own browser: nothing is shared with another visitor's. */
export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** hosts that anything was asked of */
  readonly hosts: ReadonlySet<string>;
  /** what the browser complained about, broken policies and failed scripts among it */
  readonly complaints: readonly string[];
}

/** One browser for the tests of a file; every visitor is closed after the test. */
export function useBrowser(): (visit: Visit) => Promise<Visitor> {
  jest.retryTimes(1, { logErrorsBeforeRetry: true });
  let browser: Browser | null = null;
  const open: BrowserContext[] = [];
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterEach(async () => {
    for (const context of open.splice(0)) await closeContext(context);
  });
  afterAll(() => browser?.close());

  return async ({ script, width = 320, colors = 'light' }) => {
    if (!browser) throw new Error('The browser is open inside tests only');
    const context = await browser.newContext({
      javaScriptEnabled: script === 'on',
      viewport: { width, height: 800 },
      colorScheme: colors,
    });
    open.push(context);
    const page = await context.newPage();
    if (script === 'off') rememberRequests(page);
    const hosts = new Set<string>();
    const complaints: string[] = [];
    context.on('request', (request) => hosts.add(new URL(request.url()).host));
    page.on('websocket', (socket) => hosts.add(new URL(socket.url()).host));
    page.on('console', (message) => {
      // Which features a policy may name changes from one browser to the next, and unknown ones do no harm.
      const isKnown = message.text().startsWith('Error with Permissions-Policy header: Unrecognized feature');
      if (!isKnown && ['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    return { page, context, hosts, complaints };
  };
}
