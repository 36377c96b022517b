/** What a template may name in double braces, and what stands in its place. */
export interface TemplateValues {
  readonly organisation: string;
  readonly 'received date': string;
  readonly 'expected date': string;
  readonly 'response target': string;
}
export const TEMPLATE_VARIABLES = [
  'organisation',
  'received date',
  'expected date',
  'response target',
] as const satisfies readonly (keyof TemplateValues)[];

/** Puts values in the place of variables. What is no variable stays as it is. */
export function fillIn(text: string, values: TemplateValues): string {
  return text.replaceAll(/\{\{\s*([a-z ]+?)\s*\}\}/giu, (whole, name: string) => {
    const variable = TEMPLATE_VARIABLES.find((candidate) => candidate === name.toLowerCase());
    return variable === undefined ? whole : values[variable];
  });
}

/**
 * The text in the language of the case, else in one that shares its base, else the first.
 *
 * @param texts at least one. @param locale BCP 47.
 */
export function inLanguage<T extends { readonly locale: string }>(
  texts: readonly T[],
  locale: string,
): T | undefined {
  const base = (tag: string) => tag.split('-')[0]?.toLowerCase();
  return (
    texts.find((text) => text.locale.toLowerCase() === locale.toLowerCase()) ??
    texts.find((text) => base(text.locale) === base(locale)) ??
    texts[0]
  );
}

const LONGEST_QUERY = 40; // UTF-16 units

/** Where somebody asks for a template while writing: from the two semicolons to the caret. */
export interface TemplateRequest {
  readonly from: number;
  readonly to: number;
  /** What stands after the semicolons. */
  readonly query: string;
}

/** Finds `;;` with what follows it on the same line, right before the caret. @returns null where none is. */
export function templateRequestIn(text: string, caret: number): TemplateRequest | null {
  const from = text.lastIndexOf(';;', caret - 2);
  if (from < 0 || caret < from + 2) return null;
  const query = text.slice(from + 2, caret);
  if (query.length > LONGEST_QUERY || /[\n;]/.test(query)) return null;
  return { from, to: caret, query };
}

/** Puts a template where it was asked for. @returns the text, and where the caret goes. */
export function withTemplate(
  text: string,
  request: TemplateRequest,
  template: string,
): { readonly text: string; readonly caret: number } {
  return {
    text: text.slice(0, request.from) + template + text.slice(request.to),
    caret: request.from + template.length,
  };
}

/** The templates whose name holds all words of a query, in any case and with or without accents. */
export function matching<T extends { readonly name: string }>(
  templates: readonly T[],
  query: string,
): readonly T[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  return templates.filter(({ name }) => words.every((word) => plain(name).includes(word)));
}

function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
