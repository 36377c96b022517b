import type { SupportServiceText } from './organisation.entity.ts';
import { isPlainHttps, lengthFault, type SettingFaultWords, tidySetting } from './setting-fault.ts';
import { PORTAL_LANGUAGES } from './wording-part.ts';

/** Support services as somebody typed them. */
export interface GivenSupportList {
  readonly locale: string;
  readonly services: readonly {
    readonly name: string;
    readonly description: string;
    readonly phone?: string | null;
    readonly url?: string | null;
    readonly openingHours?: string | null;
  }[];
}

const MOST_SERVICES = 30;

/** Characters. */
const LONGEST = { name: 100, description: 300, phone: 40, url: 300, openingHours: 100 } as const;

/** The lists by locale, or what stands against them. */
export function checkSupport(
  lists: readonly GivenSupportList[],
): { services: Record<string, SupportServiceText[]> } | SettingFaultWords[] {
  const faults: SettingFaultWords[] = [];
  const services: Record<string, SupportServiceText[]> = {};
  for (const { locale, services: given } of lists) {
    if (!PORTAL_LANGUAGES.includes(locale) || services[locale]) {
      faults.push({
        field: 'services',
        message: 'Send one list for each language that the portal has.',
      });
      continue;
    }
    if (given.length > MOST_SERVICES) {
      faults.push({ field: `services.${locale}`, message: `List at most ${MOST_SERVICES} services.` });
    }
    services[locale] = given.map((service, index) =>
      checkOne(service, `services.${locale}.${index}`, faults),
    );
  }
  return faults.length > 0 ? faults : { services };
}

function checkOne(
  given: GivenSupportList['services'][number],
  path: string,
  faults: SettingFaultWords[],
): SupportServiceText {
  const note = (field: string, message: string | null) =>
    message && faults.push({ field: `${path}.${field}`, message });
  const tidy = (field: keyof typeof LONGEST) => {
    const text = tidySetting(given[field] ?? '', true);
    note(field, lengthFault(text, LONGEST[field]));
    return text;
  };
  const name = tidy('name');
  const description = tidy('description');
  const phone = tidy('phone');
  const url = tidy('url');
  const openingHours = tidy('openingHours');
  if (name === '') note('name', 'Enter what the service is called.');
  if (description === '') note('description', 'Say in a sentence what the service is for.');
  if (phone !== '' && !/^[+\d][\d\s().-]{1,}$/.test(phone)) {
    note('phone', 'Write the number with digits, as a person would dial it.');
  }
  if (url !== '' && !isPlainHttps(url)) {
    note('url', 'Write a whole address that begins with https://, without a user name and without ? or #.');
  }
  return {
    name,
    description,
    ...(phone !== '' && { phone }),
    ...(url !== '' && { url }),
    ...(openingHours !== '' && { openingHours }),
  };
}
