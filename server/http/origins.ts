import type { IncomingHttpHeaders } from 'node:http';

/** Where a request comes from, as far as its browser says. */
export type Provenance =
  /** A page of this listener, or a program that is no browser: its cookie counts. */
  | 'own'
  /** A page of an origin named in ALLOWED_ORIGINS: answered, but never by cookie. */
  | 'allowed'
  /** A page of any other site. */
  | 'foreign';

/** Tells whose page a request comes from. */
export class Origins {
  private readonly ownHost: string | null;
  private readonly allowed: ReadonlySet<string>;

  /**
   * @param ownUrl the origin people type, for proxies that do not pass the Host header on; null: only Host counts.
   * @param allowed further origins whose pages may call.
   */
  constructor(ownUrl: string | null, allowed: readonly string[]) {
    this.ownHost = ownUrl === null ? null : hostOf(ownUrl);
    this.allowed = new Set(allowed);
  }

  /**
   * Browsers say where a POST or a socket comes from in Origin, newer ones in Sec-Fetch-Site as well; other sites can
   * set neither. A request with neither comes from no browser, and has no cookie but those its owner gave it.
   */
  of(headers: IncomingHttpHeaders): Provenance {
    const { origin } = headers;
    const site = headers['sec-fetch-site'];
    const isSameSite = site === undefined || site === 'same-origin' || site === 'none';
    if (origin === undefined) return isSameSite ? 'own' : 'foreign';
    if (isSameSite && this.isOwn(origin, headers.host)) return 'own';
    return this.allowed.has(origin) ? 'allowed' : 'foreign';
  }

  /**
   * The same for a form of our own pages. `Referrer-Policy: no-referrer` makes browsers write `Origin: null` on those,
   * so that Sec-Fetch-Site alone decides there; the cookie is SameSite=Strict besides.
   */
  isOwnForm(headers: IncomingHttpHeaders): boolean {
    if (headers.origin !== 'null') return this.of(headers) === 'own';
    return this.of({ ...headers, origin: undefined }) === 'own';
  }

  private isOwn(origin: string, host: string | undefined): boolean {
    const asking = hostOf(origin);
    if (asking === null) return false;
    return asking === host?.toLowerCase() || asking === this.ownHost;
  }
}

function hostOf(origin: string): string | null {
  if (!URL.canParse(origin)) return null;
  const url = new URL(origin);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.host : null;
}
