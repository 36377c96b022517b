/** A label while it is written. */
export interface LabelDraft {
  readonly id: string;
  /** Of what is changed; null for a new one. */
  readonly version: string | null;
  readonly sort: string;
  /** One for each language, empty where there is none. */
  readonly texts: readonly { readonly locale: string; readonly text: string }[];
  /** Ids of the people it stands for. */
  readonly caseworkerIds: readonly string[];
}

/** Somebody who works here. */
interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly roles: readonly string[];
}

/** What keeps a label from being saved, and in which field. */
export interface LabelFault {
  readonly field: string;
  readonly kind: 'text-empty' | 'text-too-long' | 'nobody' | 'sort-wrong';
}

const LONGEST_TEXT = 100; // characters
const LARGEST_SORT = 1_000;

/**
 * The fields for a label: in the languages of the organisation, and those that it has texts in.
 *
 * @param label null for a new one, which goes last.
 */
export function labelDraft(
  label: {
    readonly id: string;
    readonly version: string;
    readonly sort: number;
    readonly texts: readonly { readonly locale: string; readonly text: string }[];
    readonly caseworkers: readonly { readonly id: string }[];
  } | null,
  locales: readonly string[],
  lastSort: number,
): LabelDraft {
  const own = label?.texts ?? [];
  return {
    id: label?.id ?? crypto.randomUUID(),
    version: label?.version ?? null,
    sort: String(label?.sort ?? Math.min(lastSort + 10, LARGEST_SORT)),
    texts: [...new Set([...locales, ...own.map(({ locale }) => locale)])].map((locale) => ({
      locale,
      text: own.find((text) => text.locale === locale)?.text ?? '',
    })),
    caseworkerIds: label?.caseworkers.map(({ id }) => id) ?? [],
  };
}

/** Everything that is wrong with a label, in the order of its fields. */
export function labelFaults({ sort, texts, caseworkerIds }: LabelDraft): readonly LabelFault[] {
  const faults: LabelFault[] = [];
  if (texts.every(({ text }) => text.trim() === '')) {
    faults.push({ field: fieldOf(texts[0]?.locale ?? ''), kind: 'text-empty' });
  }
  for (const { locale, text } of texts) {
    if ([...text.trim()].length > LONGEST_TEXT)
      faults.push({ field: fieldOf(locale), kind: 'text-too-long' });
  }
  if (caseworkerIds.length === 0) faults.push({ field: 'label-people', kind: 'nobody' });
  if (!/^\d{1,4}$/.test(sort.trim()) || Number(sort) > LARGEST_SORT) {
    faults.push({ field: 'label-sort', kind: 'sort-wrong' });
  }
  return faults;
}

/** The id of the field of a language. */
export function fieldOf(locale: string): string {
  return `label-text-${locale}`;
}

/** What is sent: languages without words are left out. */
export function labelInput({ id, version, sort, texts, caseworkerIds }: LabelDraft) {
  return {
    id,
    version,
    sort: Number(sort),
    texts: texts.flatMap(({ locale, text }) => (text.trim() === '' ? [] : [{ locale, text: text.trim() }])),
    caseworkerIds: [...caseworkerIds],
  };
}

/** The people whose names, or parts of them, stand in the words: reporters must not be shown who is meant. */
export function namedIn({ texts }: LabelDraft, people: readonly Colleague[]): string[] {
  const words = new Set(texts.flatMap(({ text }) => wordsOf(text)));
  return people.flatMap(({ name }) => (wordsOf(name).some((part) => words.has(part)) ? [name] : []));
}

/** How many people could still read the report of somebody who chooses the label. */
export function readersLeft({ caseworkerIds }: LabelDraft, people: readonly Colleague[]): number {
  return people.filter(
    ({ id, state, roles }) =>
      state === 'ACTIVE' && roles.includes('CASEWORKER') && !caseworkerIds.includes(id),
  ).length;
}

/** Words of three letters and more, in small letters without accents: shorter ones are in many words by chance. */
function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return [...plain.matchAll(/\p{L}{3,}/gu)].map(([word]) => word);
}
