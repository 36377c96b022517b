import type { ComponentType } from 'react';
import { MissingPage } from './MissingPage.tsx';

/** Fetches the program of a page. */
export type LoadPage = () => Promise<{ readonly Component: ComponentType }>;

/**
 * A page whose program is fetched when it is first gone to. Where it does not come, the frame stays, with a page in it
 * that says so.
 */
export function lazyPage(load: LoadPage): LoadPage {
  return () => load().catch(() => ({ Component: MissingPage }));
}
