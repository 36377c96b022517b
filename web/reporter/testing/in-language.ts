import { expect } from '@jest/globals';
import type { Request } from 'playwright-core';
import { localeOfAddress, type PortalLocale, pathIn, pathWithout } from '../locale.ts';

/**
 * Asks once more what the page was the answer to, as somebody would who reads another language. Every form can be sent
 * twice, and what a page shows once is in the cookie that came with the request, so the answer is the same page.
 *
 * @returns its HTML as it comes from the server.
 */
export async function htmlIn(locale: PortalLocale, request: Request): Promise<string> {
  const address = new URL(request.url());
  address.pathname = pathIn(locale, pathWithout(localeOfAddress(address.pathname), address.pathname));
  const { cookie, 'content-type': contentType, 'sec-fetch-site': site } = await request.allHeaders();
  const answer = await fetch(address, {
    method: request.method(),
    headers: {
      ...(cookie && { cookie }),
      ...(contentType && { 'content-type': contentType }),
      ...(site && { 'sec-fetch-site': site }),
    },
    body: request.postData(),
    redirect: 'manual',
  });
  expect(answer.status).toBe((await request.response())?.status());
  return answer.text();
}
