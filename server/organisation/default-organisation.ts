import { ARABIC_TEXTS } from './default-texts-ar.ts';
import { WELSH_TEXTS } from './default-texts-cy.ts';
import { ENGLISH_TEXTS } from './default-texts-en.ts';
import type { LabelText, OrganisationTexts } from './organisation.entity.ts';
import type { Period } from './service-hours.ts';

const OFFICE_HOURS: readonly Period[] = [{ from: '09:00', to: '17:00' }];

/** Settings of a new installation, made for the United Kingdom; an administrator changes them. */
export const DEFAULT_ORGANISATION: {
  readonly locales: readonly string[];
  readonly timeZone: string;
  readonly serviceHours: Readonly<Record<string, readonly Period[]>>;
  readonly targetWorkingDays: number;
  readonly labels: readonly LabelText[];
  readonly texts: Readonly<Record<string, OrganisationTexts>>;
} = {
  locales: ['en', 'cy', 'ar'],
  timeZone: 'Europe/London',
  serviceHours: { 1: OFFICE_HOURS, 2: OFFICE_HOURS, 3: OFFICE_HOURS, 4: OFFICE_HOURS, 5: OFFICE_HOURS },
  targetWorkingDays: 2,
  labels: [
    { id: 'urgent', text: 'Urgent' },
    { id: 'safeguarding', text: 'Safeguarding' },
    { id: 'needs-advice', text: 'Needs advice' },
    { id: 'linked', text: 'Linked to another case' },
    { id: 'outside', text: 'Not for us' },
  ],
  texts: {
    en: ENGLISH_TEXTS,
    cy: WELSH_TEXTS,
    ar: ARABIC_TEXTS,
  },
};
