import type { Page, Request } from 'playwright-core';

const requests = new WeakMap<Page, Request>();

/** Remembers from now on which request a page was the answer to. */
export function rememberRequests(page: Page): void {
  page.on('request', (request) => {
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) requests.set(page, request);
  });
}

/** The request that the page is the answer to; `undefined` where nobody remembers it. */
export function lastRequestOf(page: Page): Request | undefined {
  return requests.get(page);
}
