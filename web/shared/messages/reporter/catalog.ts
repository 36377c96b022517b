import arContent from './ar/content.json' with { type: 'json' };
import arConversation from './ar/conversation.json' with { type: 'json' };
import arFrame from './ar/frame.json' with { type: 'json' };
import arLanding from './ar/landing.json' with { type: 'json' };
import arLanguage from './ar/language.json' with { type: 'json' };
import arMessaging from './ar/messaging.json' with { type: 'json' };
import arQuestions from './ar/questions.json' with { type: 'json' };
import arStatus from './ar/status.json' with { type: 'json' };
import arYear from './ar/year.json' with { type: 'json' };
import cyContent from './cy/content.json' with { type: 'json' };
import cyConversation from './cy/conversation.json' with { type: 'json' };
import cyFrame from './cy/frame.json' with { type: 'json' };
import cyLanding from './cy/landing.json' with { type: 'json' };
import cyLanguage from './cy/language.json' with { type: 'json' };
import cyMessaging from './cy/messaging.json' with { type: 'json' };
import cyQuestions from './cy/questions.json' with { type: 'json' };
import cyStatus from './cy/status.json' with { type: 'json' };
import cyYear from './cy/year.json' with { type: 'json' };
import content from './en/content.json' with { type: 'json' };
import conversation from './en/conversation.json' with { type: 'json' };
import frame from './en/frame.json' with { type: 'json' };
import landing from './en/landing.json' with { type: 'json' };
import language from './en/language.json' with { type: 'json' };
import messaging from './en/messaging.json' with { type: 'json' };
import questions from './en/questions.json' with { type: 'json' };
import status from './en/status.json' with { type: 'json' };
import year from './en/year.json' with { type: 'json' };

const english = {
  ...frame,
  ...landing,
  ...questions,
  ...messaging,
  ...conversation,
  ...content,
  ...language,
  ...year,
};
const welsh = {
  ...cyFrame,
  ...cyLanding,
  ...cyQuestions,
  ...cyMessaging,
  ...cyConversation,
  ...cyContent,
  ...cyLanguage,
  ...cyYear,
};
const arabic = {
  ...arFrame,
  ...arLanding,
  ...arQuestions,
  ...arMessaging,
  ...arConversation,
  ...arContent,
  ...arLanguage,
  ...arYear,
};

/** The name of one text of the portal. */
export type MessageId = keyof typeof english;

/** Every text of the portal in one language, as ICU messages. */
export type Catalog = Readonly<Record<MessageId, string>>;

// A text that a translation lacks is better read in English than as a bare key.
const CATALOGS: ReadonlyMap<string, Catalog> = new Map([
  ['en', english],
  ['cy', { ...english, ...welsh }],
  ['ar', { ...english, ...arabic }],
]);

const STATUS: ReadonlyMap<string, { readonly reader: string }> = new Map([
  ['en', status],
  ['cy', cyStatus],
  ['ar', arStatus],
]);

/** Languages that have a catalog, BCP 47, English first. */
export const CATALOG_TAGS: readonly string[] = [...CATALOGS.keys()];

/**
 * The texts of one language.
 *
 * @param tag BCP 47; a language without a catalog gets the English one.
 */
export function catalogOf(tag: string): Catalog {
  return CATALOGS.get(tag) ?? english;
}

/** Whether a program made the texts of this language and no native reader has gone through them. `tag`: BCP 47. */
export function awaitsNativeReader(tag: string): boolean {
  return STATUS.get(tag)?.reader === 'awaited';
}
