/** What the people of the demonstration write in. */
export type InventedLanguage = 'en' | 'cy' | 'ar';

/** Something that might be reported: in the reporter's words, and what they would pick. All of it is invented. */
export interface InventedReport {
  readonly locale: InventedLanguage;
  readonly words: string;
  readonly kinds: readonly string[];
  readonly where: string;
  readonly who: readonly string[];
}

/** What is reported in the demonstration. */
export const REPORTS: readonly InventedReport[] = [
  {
    locale: 'en',
    words:
      'In our lab group one person is left out of every meeting and then blamed when something is missing. It has gone on for weeks and nobody says anything.',
    kinds: ['bullying'],
    where: 'site',
    who: ['student'],
  },
  {
    locale: 'en',
    words:
      'My supervisor reads my drafts out loud to the others and laughs about them. I have stopped sending anything.',
    kinds: ['bullying'],
    where: 'site',
    who: ['teacher'],
  },
  {
    locale: 'en',
    words:
      'After I said no to a second date I keep getting messages from new accounts. I block them and the next one comes.',
    kinds: ['harassment', 'stalking'],
    where: 'internet',
    who: ['student'],
  },
  {
    locale: 'en',
    words:
      'The rota gives the late shifts to the same three people every month. We are the only ones with children. When I asked I was told to be grateful.',
    kinds: ['discrimination'],
    where: 'site',
    who: ['manager'],
  },
  {
    locale: 'en',
    words:
      'Somebody wrote a slur on the door of the prayer room. It was cleaned, and it was there again today.',
    kinds: ['hate'],
    where: 'site',
    who: ['not-sure'],
  },
  {
    locale: 'en',
    words:
      'At the society social a member of the committee put his arm round me and would not let go although I asked twice.',
    kinds: ['sexual'],
    where: 'event',
    who: ['student'],
  },
  {
    locale: 'en',
    words:
      'I use a wheelchair. The seminar was moved to a room upstairs with a day’s notice, for the third time this term.',
    kinds: ['discrimination'],
    where: 'site',
    who: ['organisation'],
  },
  {
    locale: 'en',
    words:
      'My flatmate throws things when he is angry. He has not hit anybody. I stay in my room until he has gone out.',
    kinds: ['violence'],
    where: 'accommodation',
    who: ['student'],
  },
  {
    locale: 'en',
    words:
      'On placement I was told to make the tea because that is what girls are for. It was meant as a joke, and it is every day.',
    kinds: ['harassment', 'discrimination'],
    where: 'placement',
    who: ['colleague'],
  },
  {
    locale: 'en',
    words:
      'My partner checks my phone and wants to know where I am between lectures. I do not know what to call it.',
    kinds: ['relationship-abuse'],
    where: 'accommodation',
    who: ['partner'],
  },
  {
    locale: 'en',
    words:
      'A colleague forwards my mails to the whole team with comments. My manager says that we should sort it out between us.',
    kinds: ['bullying'],
    where: 'internet',
    who: ['colleague', 'manager'],
  },
  {
    locale: 'en',
    words:
      'I saw a porter shout at a cleaner in the corridor, very close to her face. I would like somebody to ask her how she is.',
    kinds: ['bullying'],
    where: 'site',
    who: ['other-staff'],
  },
  {
    locale: 'cy',
    words:
      'Mae rhywun yn fy ngrŵp seminar yn gwneud hwyl am ben fy acen bob tro y siaradaf. Mae’r lleill yn chwerthin, ac nid yw’r tiwtor yn dweud dim.',
    kinds: ['bullying', 'discrimination'],
    where: 'site',
    who: ['student'],
  },
  {
    locale: 'cy',
    words:
      'Dywedodd fy rheolwr wrthyf am beidio â siarad Cymraeg gyda chydweithiwr yn y swyddfa. Mae wedi digwydd dair gwaith.',
    kinds: ['discrimination'],
    where: 'site',
    who: ['manager'],
  },
  {
    locale: 'ar',
    words: 'أرتدي الحجاب، وفي كل أسبوع يسألني زميل في المختبر أمام الجميع متى سأخلعه. أصبحت أتجنب الذهاب.',
    kinds: ['harassment', 'discrimination'],
    where: 'site',
    who: ['colleague'],
  },
  {
    locale: 'ar',
    words: 'يتصل بي شخص ليلًا من أرقام مختلفة ولا يتكلم. لا أعرف كيف حصل على رقمي.',
    kinds: ['harassment', 'stalking'],
    where: 'accommodation',
    who: ['not-sure'],
  },
];

/** What a reporter may add. */
export const FURTHER_WORDS: Readonly<Record<InventedLanguage, readonly string[]>> = {
  en: [
    'I do not want anybody to get into trouble. I want it to stop.',
    'I told a friend, nobody else.',
    'There were other people in the room, but I would rather not name them.',
    'It is not the first time that this was reported, I think.',
    'I wrote down the dates, if that helps.',
  ],
  cy: ['Nid wyf am i neb fynd i drwbl. Rwyf am iddo stopio.', 'Dywedais wrth ffrind, neb arall.'],
  ar: ['لا أريد أن يقع أحد في مشكلة. أريد أن يتوقف هذا.', 'أخبرت صديقة واحدة فقط.'],
};

/** What a caseworker writes first. */
export const FIRST_REPLIES: readonly string[] = [
  'Thank you for telling us. What you describe should not happen here. You do not have to answer any of this: is there something that would make the next days easier for you?',
  'Thank you for writing. I have read all of it. Would you like to know which ways there are from here? None of them starts without you.',
  'I am sorry that this happened. It would help us to know roughly when it began. If you would rather leave it at this, that is fine.',
  'Thank you. We have passed on what could be passed on without anything that points to you. Is there anything that you want us to keep back?',
];

/** What a reporter answers. */
export const ANSWERS: Readonly<Record<InventedLanguage, readonly string[]>> = {
  en: [
    'Thank you. I would like to know what happens next before I decide anything.',
    'It began after the holidays. Since then nearly every week.',
    'I would rather stay out of it. But could somebody look at the room bookings?',
    'Yes, it was better this week. I will write again if it changes.',
    'I talked to the support service. They were kind. I think I want to go on with this.',
  ],
  cy: [
    'Diolch. Hoffwn wybod beth sy’n digwydd nesaf cyn i mi benderfynu dim.',
    'Dechreuodd ar ôl y gwyliau. Bron bob wythnos ers hynny.',
  ],
  ar: [
    'شكرًا. أود أن أعرف ماذا سيحدث بعد ذلك قبل أن أقرر.',
    'بدأ الأمر بعد العطلة، ومنذ ذلك الحين يتكرر كل أسبوع تقريبًا.',
  ],
};

/** What a reporter writes to a case that was closed. */
export const ONCE_MORE: Readonly<Record<InventedLanguage, string>> = {
  en: 'It has happened again. Can you open this once more?',
  cy: 'Mae wedi digwydd eto. Allwch chi agor hwn unwaith yn rhagor?',
  ar: 'لقد حدث ذلك مرة أخرى. هل يمكنكم فتح هذا البلاغ من جديد؟',
};

/** What a caseworker writes then. */
export const LATER_REPLIES: readonly string[] = [
  'There are two ways: we can speak to the whole group without naming anything, or look into it formally. You can take as long as you want.',
  'The head of the department has been reminded of the rules in general terms. Tell us whether anything changes.',
  'Thank you for telling us. We will look at it again in two weeks and write to you here.',
];

/** What caseworkers write to each other. */
export const NOTES: readonly string[] = [
  'Similar to two others this term. Not enough to say that it is the same person.',
  'Asked the accommodation office about the general situation, without details.',
  'Talked it through with Noor. We wait for an answer before anything else.',
  'The policy on placements covers this, section on conduct.',
];

/** Why a case is closed. */
export const REASONS: readonly string[] = [
  'Support was offered and taken; the reporter wants nothing further.',
  'Dealt with by the department in general terms.',
  'No answer for two months, nothing more to be done with what we have.',
  'Passed on to the formal procedure with the reporter’s consent.',
];

/** What the caseworkers of the demonstration write often. */
export const TEMPLATES: readonly { readonly name: string; readonly text: string }[] = [
  {
    name: 'Thank you',
    text: 'Thank you for your report of {{received date}}. Somebody at {{organisation}} has read it. We will write again by {{expected date}}.',
  },
  {
    name: 'Ask for more',
    text: 'It would help us to know a little more. You do not have to answer, and you can leave out whatever you want.',
  },
  {
    name: 'Where to get support',
    text: 'You can get support without reporting anything: the list is at the foot of every page.',
  },
  {
    name: 'Closing',
    text: 'We are closing this report. If anything changes, write here, and it is open again.',
  },
];
