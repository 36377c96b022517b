/** Something in a reply that could lead to a person. */
export interface Found {
  readonly kind: 'email' | 'phone' | 'link' | 'name';
  readonly text: string;
}

const EMAIL =
  /[\p{L}\p{N}._%+'-]{1,64}\s?(?:@|\(at\)|\[at\])\s?[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/giu;
const LINK = /(?:https?:\/\/|www\.)[^\s<>"]{2,}/giu;
const NUMBER_LIKE = /[+(]?\p{Nd}(?:[ \u00a0\-–./()]{0,3}\p{Nd}){6,18}/gu;
const DATE = /^(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4})$/;

const MOST_FOUND = 20;

/**
 * Finds mail addresses, phone numbers and links, for a second look before a reply goes out.
 *
 * It errs towards finding: a needless second look costs a moment, a missed one can show who somebody is. Plain dates
 * are left out, or the look would become a habit.
 *
 * @param text what a caseworker wrote.
 * @returns each finding once, in the order of the text within its kind; at most 20.
 */
export function findContacts(text: string): readonly Found[] {
  const links = matches(text, LINK);
  const withoutLinks = links.reduce((rest, link) => rest.replaceAll(link, ' '), text);
  const emails = matches(withoutLinks, EMAIL);
  const phones = matches(withoutLinks, NUMBER_LIKE).filter((number) => !DATE.test(number));
  const found = [
    ...emails.map((email): Found => ({ kind: 'email', text: email })),
    ...phones.map((phone): Found => ({ kind: 'phone', text: phone })),
    ...links.map((link): Found => ({ kind: 'link', text: link })),
  ];
  return found.slice(0, MOST_FOUND);
}

function matches(text: string, pattern: RegExp): readonly string[] {
  return [...new Set(Array.from(text.matchAll(pattern), ([match]) => match.trim()))];
}
