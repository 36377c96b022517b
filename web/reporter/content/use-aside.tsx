import { createContext, type ReactNode, useContext } from 'react';
import { usePath } from '../text.tsx';

/** Whether a text is read in between, while unsent words wait in the same page. */
export const AsideContext = createContext(false);

/** Whether unsent words wait in this page, so that no link may lead away from it. */
export function useIsAside(): boolean {
  return useContext(AsideContext);
}

/** Makes links for texts of the catalog (`<support>…</support>`); plain words where unsent words wait in the page. */
export function useLinkTo(): (path: string) => (chunks: ReactNode[]) => ReactNode {
  const address = usePath();
  const isAside = useIsAside();
  return (path) => (chunks) => (isAside ? chunks : <a href={address(path)}>{chunks}</a>);
}
