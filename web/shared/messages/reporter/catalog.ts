import content from './en/content.json' with { type: 'json' };
import conversation from './en/conversation.json' with { type: 'json' };
import frame from './en/frame.json' with { type: 'json' };
import landing from './en/landing.json' with { type: 'json' };
import messaging from './en/messaging.json' with { type: 'json' };
import questions from './en/questions.json' with { type: 'json' };

const english = { ...frame, ...landing, ...questions, ...messaging, ...conversation, ...content };

/** The name of one text of the portal. */
export type MessageId = keyof typeof english;

/** Every text of the portal in one language, as ICU messages. */
export type Catalog = Readonly<Record<MessageId, string>>;

const CATALOGS: ReadonlyMap<string, Catalog> = new Map([['en', english]]);

/**
 * The texts of one language.
 *
 * @param tag BCP 47; a language without a catalog gets the English one.
 */
export function catalogOf(tag: string): Catalog {
  return CATALOGS.get(tag) ?? english;
}
