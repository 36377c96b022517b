import { get } from 'node:http';

/** Bytes of a page with all it loads without JavaScript. */
export interface PageWeight {
  readonly files: number;
  /** As a browser unpacks them. */
  readonly bytes: number;
  /** As they come over the wire, without headers. */
  readonly sentBytes: number;
}

interface Fetched {
  readonly text: string;
  readonly bytes: number;
  readonly sentBytes: number;
}

/** Tags that make a browser fetch something before any script runs. */
const LINKED = /<(?:link|img|source|input)\b[^>]*>/gi;
const LOADING_RELS = /\brel="[^"]*\b(?:stylesheet|icon|preload|manifest|apple-touch-icon)\b/i;
const ADDRESS = /\b(?:href|src)="([^"]+)"/i;
const IN_STYLES = /url\(\s*["']?([^"')]+)["']?\s*\)|@import\s+["']([^"']+)["']/gi;

/**
 * Weighs the landing page: HTML, style sheets, images and fonts, whether or not the browser would need all of them.
 *
 * @returns null when this program serves no pages.
 */
export async function measureLanding(port: number): Promise<PageWeight | null> {
  const root = `http://127.0.0.1:${port}/`;
  const page = await fetchBytes(root);
  if (!page) return null;
  const weight = { files: 1, bytes: page.bytes, sentBytes: page.sentBytes };
  const waiting = linkedFrom(page.text).map((address) => new URL(address, root).href);
  const seen = new Set([root]);
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (seen.has(next) || next.startsWith('data:')) continue;
    seen.add(next);
    const file = await fetchBytes(next);
    if (!file) throw new Error(`The page loads ${next}, which is not there`);
    weight.files += 1;
    weight.bytes += file.bytes;
    weight.sentBytes += file.sentBytes;
    const base = next;
    if (/\.css(?:\?|$)/.test(base)) {
      const inner = [...file.text.matchAll(IN_STYLES)].map((found) => found[1] ?? found[2] ?? '');
      waiting.push(...inner.map((address) => new URL(address, base).href));
    }
  }
  return weight;
}

function linkedFrom(html: string): string[] {
  const tags = [...html.matchAll(LINKED)].map(([tag]) => tag);
  return tags.flatMap((tag) => {
    const isScript = /\bas="script"|\brel="modulepreload"/i.test(tag);
    if (isScript || (/^<link/i.test(tag) && !LOADING_RELS.test(tag))) return [];
    return ADDRESS.exec(tag)?.[1] ?? [];
  });
}

async function fetchBytes(url: string): Promise<Fetched | null> {
  const sent = await sentBytes(url);
  if (sent === null) return null;
  const body = Buffer.from(await (await fetch(url)).arrayBuffer());
  return { text: body.toString('utf8'), bytes: body.length, sentBytes: sent };
}

/** Body bytes as a browser that understands compression gets them; null unless it is there. */
async function sentBytes(url: string): Promise<number | null> {
  return await new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'gzip, deflate, br' } }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on('end', () => resolve(response.statusCode === 200 ? bytes : null));
    }).on('error', reject);
  });
}
