import en from './en.json';

/** Names one sentence of the catalog. */
export type MessageId = keyof typeof en;

/** Every sentence of the dashboard, by language. English is the only one so far. */
export const catalogs = { en } as const;

declare global {
  namespace FormatjsIntl {
    interface Message {
      ids: MessageId;
    }
  }
}
