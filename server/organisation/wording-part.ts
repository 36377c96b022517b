/** A part of the portal's words that is the organisation's own. The values are how they are stored. */
export enum WordingPart {
  PORTAL_TITLE = 'portalTitle',
  EMERGENCY_ADVICE = 'emergencyAdvice',
  RESPONSE_TARGET = 'responseTarget',
  WHO_READS = 'whoReads',
  WHAT_HAPPENS_NEXT = 'whatHappensNext',
  CONTACT_WAYS = 'contactWays',
  MESSAGES_USE = 'messagesUse',
  MESSAGES_INSTEAD = 'messagesInstead',
  PRIVACY = 'privacy',
  SAFETY = 'safety',
  ACCESSIBILITY = 'accessibility',
}

/** Every part, in the order in which it is listed. */
export const WORDING_PARTS: readonly WordingPart[] = Object.values(WordingPart);

/** Words by part; what is absent is not set. */
export type OwnWords = Partial<Readonly<Record<WordingPart, string>>>;

/** Longest text of a part, in characters, and whether it may have several lines. */
export const PART_LIMITS: Readonly<Record<WordingPart, { longest: number; isOneLine: boolean }>> = {
  portalTitle: { longest: 60, isOneLine: true },
  emergencyAdvice: { longest: 300, isOneLine: true },
  responseTarget: { longest: 200, isOneLine: true },
  whoReads: { longest: 300, isOneLine: true },
  whatHappensNext: { longest: 1_000, isOneLine: false },
  contactWays: { longest: 500, isOneLine: false },
  messagesUse: { longest: 500, isOneLine: false },
  messagesInstead: { longest: 500, isOneLine: false },
  privacy: { longest: 2_000, isOneLine: false },
  safety: { longest: 1_000, isOneLine: false },
  accessibility: { longest: 500, isOneLine: false },
};

/** Languages that the portal's own texts are in, BCP 47. An organisation offers some of them, in its order. */
export const PORTAL_LANGUAGES: readonly string[] = ['en', 'cy', 'ar'];
