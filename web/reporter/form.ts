/**
 * Where a browser cuts off what is pasted into a text, in UTF-16 units. Every limit that people are told of is far below;
 * a page that says "shorten it" has to come back, and it does not where a form is larger than the server reads (1 MiB). A
 * character takes up to nine bytes for each unit in it.
 */
export const LONGEST_PASTE = 100_000;

/** Anything but spaces, marks that only say how others are written, and signs that are drawn as nothing. */
const VISIBLE = /[^\s\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** What one form sent, each field as text. */
export class SentForm {
  constructor(private readonly fields: URLSearchParams) {}

  /** The value of a field, line ends as `\n`; empty where it was not sent, or nothing of it can be seen. */
  text(name: string): string {
    const text = this.fields.get(name) ?? '';
    return VISIBLE.test(text) ? text.replace(/\r\n?/g, '\n') : '';
  }

  /** Whether a field was sent, empty or not. */
  has(name: string): boolean {
    return this.fields.has(name);
  }

  /** Every value of a field, for checkboxes. */
  all(name: string): string[] {
    return this.fields.getAll(name);
  }

  /** Every field as it came, so that a page can send them once more. */
  entries(): [name: string, value: string][] {
    return [...this.fields.entries()];
  }
}

/**
 * Reads the form of a POST.
 *
 * @throws {Response} 403 where another site sent it: a stranger's page must not sign a reporter in to a
 *   conversation of the stranger's own, nor write into theirs. 415 where it is no form.
 */
export async function readForm(request: Request): Promise<SentForm> {
  if (isFromAnotherSite(request.headers)) throw new Response(null, { status: 403 });
  if (!request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded')) {
    throw new Response(null, { status: 415 });
  }
  return new SentForm(new URLSearchParams(await request.text()));
}

/** Whether a page of our own led to a request; `false` also where the browser does not say. */
export function isFromOurPages(headers: Headers): boolean {
  return headers.get('sec-fetch-site') === 'same-origin';
}

/**
 * Whether a request was caused by a page of another site.
 *
 * `Sec-Fetch-Site` decides where the browser sends it. Older ones send an `Origin`, which `no-referrer` turns into
 * `null` for our own forms, so `null` proves nothing and passes: the session cookie is `SameSite=Strict` anyway.
 */
export function isFromAnotherSite(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site !== 'same-origin' && site !== 'none';
  const origin = headers.get('origin');
  if (origin === null || origin === 'null') return false;
  return !URL.canParse(origin) || new URL(origin).host !== headers.get('host');
}
