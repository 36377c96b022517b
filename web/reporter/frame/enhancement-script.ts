import { createContext } from 'react';

/** Address of the script that every page loads; `null` where it is not known. */
export const EnhancementScript = createContext<string | null>(null);
