import type { OrganisationTexts } from './organisation.entity.ts';

const ALWAYS = 'Bob dydd, 24 awr';

/** The Welsh words of a new installation. Machine-made; they await a native reader. */
export const WELSH_TEXTS: OrganisationTexts = {
  emergencyAdvice:
    'Ffoniwch 999 a gofynnwch am yr heddlu neu ambiwlans. Os na allwch siarad, ffoniwch 999 a phwyswch 55.',
  supportServices: [
    {
      name: 'Samariaid',
      description: 'Rhywun i siarad ag ef neu hi am unrhyw beth sy’n anodd, ar unrhyw awr.',
      phone: '116 123',
      url: 'https://www.samaritans.org/cymru',
      openingHours: ALWAYS,
    },
    {
      name: 'Byw Heb Ofn',
      description: 'Cymorth yng Nghymru i unrhyw un sydd wedi profi cam-drin domestig neu drais rhywiol.',
      phone: '0808 80 10 800',
      url: 'https://www.llyw.cymru/byw-heb-ofn',
      openingHours: ALWAYS,
    },
    {
      name: 'Rape Crisis England & Wales',
      description: 'Cymorth ar ôl treisio, ymosodiad rhywiol neu gam-drin, pryd bynnag y digwyddodd.',
      phone: '0808 500 2222',
      url: 'https://rapecrisis.org.uk',
      openingHours: ALWAYS,
    },
    {
      name: 'Cymorth i Ddioddefwyr',
      description: 'Help ar ôl trosedd, p’un a yw’r heddlu’n gwybod amdani ai peidio.',
      phone: '08 08 16 89 111',
      url: 'https://www.victimsupport.org.uk',
      openingHours: ALWAYS,
    },
    {
      name: 'GIG 111 Cymru',
      description: 'Help meddygol a chymorth iechyd meddwl nad yw’n argyfwng.',
      phone: '111',
      url: 'https://111.wales.nhs.uk',
      openingHours: ALWAYS,
    },
  ],
};
