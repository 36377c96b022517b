/** A template while it is written: one text for each language of the organisation, empty where there is none. */
export interface TemplateDraft {
  /** Of what is changed; null for a new one. */
  readonly version: string | null;
  readonly name: string;
  readonly sort: string;
  readonly texts: readonly { readonly locale: string; readonly text: string }[];
}

/** What keeps a template from being saved, and in which field. */
export interface TemplateFault {
  readonly field: 'template-name' | 'template-sort' | `template-text-${string}`;
  readonly kind: 'name-empty' | 'name-too-long' | 'sort-wrong' | 'text-empty' | 'text-too-long';
}

const LONGEST_NAME = 100; // characters
const LONGEST_TEXT = 5_000; // characters
const LARGEST_SORT = 9_999;

/**
 * The fields for a template: its own languages and those of the organisation, in that order of the organisation.
 *
 * @param template null for a new one.
 */
export function draftOf(
  template: {
    readonly version: string;
    readonly name: string;
    readonly sort: number;
    readonly texts: readonly { readonly locale: string; readonly text: string }[];
  } | null,
  locales: readonly string[],
): TemplateDraft {
  const own = template?.texts ?? [];
  const all = [...new Set([...locales, ...own.map(({ locale }) => locale)])];
  return {
    version: template?.version ?? null,
    name: template?.name ?? '',
    sort: String(template?.sort ?? 0),
    texts: all.map((locale) => ({
      locale,
      text: own.find((text) => text.locale === locale)?.text ?? '',
    })),
  };
}

/** Everything that is wrong with a template, in the order of its fields. */
export function faultsIn({ name, sort, texts }: TemplateDraft): readonly TemplateFault[] {
  const faults: TemplateFault[] = [];
  const nameLength = [...name.trim()].length;
  if (nameLength === 0) faults.push({ field: 'template-name', kind: 'name-empty' });
  if (nameLength > LONGEST_NAME) faults.push({ field: 'template-name', kind: 'name-too-long' });
  if (texts.every(({ text }) => text.trim() === '')) {
    faults.push({ field: `template-text-${texts[0]?.locale ?? ''}`, kind: 'text-empty' });
  }
  for (const { locale, text } of texts) {
    if ([...text].length > LONGEST_TEXT)
      faults.push({ field: `template-text-${locale}`, kind: 'text-too-long' });
  }
  if (!/^\d{1,4}$/.test(sort.trim()) || Number(sort) > LARGEST_SORT) {
    faults.push({ field: 'template-sort', kind: 'sort-wrong' });
  }
  return faults;
}

/** What is sent: languages without words are left out. */
export function inputOf(id: string, { version, name, sort, texts }: TemplateDraft) {
  return {
    id,
    version,
    name: name.trim(),
    sort: Number(sort),
    texts: texts.filter(({ text }) => text.trim() !== '').map(({ locale, text }) => ({ locale, text })),
  };
}
