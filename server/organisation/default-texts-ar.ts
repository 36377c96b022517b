import type { OrganisationTexts } from './organisation.entity.ts';

const ALWAYS = 'كل يوم، 24 ساعة';

/** The Arabic words of a new installation. Machine-made; they await a native reader. */
export const ARABIC_TEXTS: OrganisationTexts = {
  emergencyAdvice:
    'اتصل بالرقم 999 واطلب الشرطة أو الإسعاف. إذا لم تستطع الكلام، فاتصل بالرقم 999 ثم اضغط 55.',
  supportServices: [
    {
      name: 'Samaritans',
      description: 'شخص تتحدث معه عن أي شيء يصعب عليك، في أي ساعة.',
      phone: '116 123',
      url: 'https://www.samaritans.org',
      openingHours: ALWAYS,
    },
    {
      name: 'Rape Crisis England & Wales',
      description: 'دعم بعد الاغتصاب أو الاعتداء الجنسي أو الإساءة، مهما كان وقت حدوثها.',
      phone: '0808 500 2222',
      url: 'https://rapecrisis.org.uk',
      openingHours: ALWAYS,
    },
    {
      name: 'Refuge',
      description: 'خط المساعدة الوطني للعنف الأسري.',
      phone: '0808 2000 247',
      url: 'https://www.nationaldahelpline.org.uk',
      openingHours: ALWAYS,
    },
    {
      name: 'Victim Support',
      description: 'مساعدة بعد وقوع جريمة، سواء علمت بها الشرطة أم لم تعلم.',
      phone: '08 08 16 89 111',
      url: 'https://www.victimsupport.org.uk',
      openingHours: ALWAYS,
    },
    {
      name: 'NHS 111',
      description: 'مساعدة طبية ودعم للصحة النفسية في ما ليس حالة طارئة.',
      phone: '111',
      url: 'https://111.nhs.uk',
      openingHours: ALWAYS,
    },
  ],
};
