import { createContext, type ReactNode, useContext } from 'react';
import type { Organisation } from '../service/organisation.ts';
import { useSay } from '../text.tsx';

const OrganisationContext = createContext<Organisation | null>(null);

/** Gives every page below it the organisation's name and words; `null` where they could not be read. */
export function OrganisationProvider({
  organisation,
  children,
}: {
  organisation: Organisation | null;
  children: ReactNode;
}) {
  return <OrganisationContext value={organisation}>{children}</OrganisationContext>;
}

/** The organisation's name and words, or general ones while they cannot be read. */
export function useOrganisation(): Organisation {
  const say = useSay();
  return (
    useContext(OrganisationContext) ?? {
      name: say('frame.someOrganisation'),
      responseTarget: '',
      emergencyAdvice: say('frame.emergencyFallback'),
      acceptsReports: true,
      supportServices: [],
    }
  );
}
