/** The promise by plural form, so that each language counts days in its own way. `#` stands for the number. */
type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

const ENGLISH: Forms = {
  one: 'We aim to reply within # working day.',
  other: 'We aim to reply within # working days.',
};

/** Welsh and Arabic are machine-made; they await a native reader. */
const PROMISES: ReadonlyMap<string, Forms> = new Map([
  ['en', ENGLISH],
  [
    'cy',
    {
      two: 'Ein nod yw ateb o fewn # ddiwrnod gwaith.',
      other: 'Ein nod yw ateb o fewn # diwrnod gwaith.',
    },
  ],
  [
    'ar',
    {
      one: 'نهدف إلى الرد خلال يوم عمل واحد.',
      two: 'نهدف إلى الرد خلال يومَي عمل.',
      few: 'نهدف إلى الرد خلال # أيام عمل.',
      many: 'نهدف إلى الرد خلال # يوم عمل.',
      other: 'نهدف إلى الرد خلال # يوم عمل.',
    },
  ],
]);

/**
 * The promise where an organisation has not put it in words of its own.
 *
 * @param workingDays within how many it aims to reply
 * @param locale BCP 47; a language without the sentence gets the English one
 */
export function responseTarget(workingDays: number, locale: string): string {
  const own = PROMISES.get(locale);
  const forms = own ?? ENGLISH;
  const form = new Intl.PluralRules(own ? locale : 'en').select(workingDays);
  return (forms[form] ?? forms.other).replace('#', String(workingDays));
}
