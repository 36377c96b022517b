import type { OrganisationTexts } from './organisation.entity.ts';

/** The English words of a new installation, made for the United Kingdom. */
export const ENGLISH_TEXTS: OrganisationTexts = {
  emergencyAdvice:
    'Call 999 and ask for the police or an ambulance. If you cannot speak, call 999 and press 55.',
  supportServices: [
    {
      name: 'Samaritans',
      description: 'Somebody to talk to about anything that is hard, at any hour.',
      phone: '116 123',
      url: 'https://www.samaritans.org',
      openingHours: 'Every day, 24 hours',
    },
    {
      name: 'Rape Crisis England & Wales',
      description: 'Support after rape, sexual assault or abuse, whenever it happened.',
      phone: '0808 500 2222',
      url: 'https://rapecrisis.org.uk',
      openingHours: 'Every day, 24 hours',
    },
    {
      name: 'Refuge',
      description: 'The National Domestic Abuse Helpline.',
      phone: '0808 2000 247',
      url: 'https://www.nationaldahelpline.org.uk',
      openingHours: 'Every day, 24 hours',
    },
    {
      name: 'Victim Support',
      description: 'Help after a crime, whether or not the police know of it.',
      phone: '08 08 16 89 111',
      url: 'https://www.victimsupport.org.uk',
      openingHours: 'Every day, 24 hours',
    },
    {
      name: 'NHS 111',
      description: 'Medical help and mental health support that is not an emergency.',
      phone: '111',
      url: 'https://111.nhs.uk',
      openingHours: 'Every day, 24 hours',
    },
  ],
};
