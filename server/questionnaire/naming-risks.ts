import { type NamingRisk, NamingRiskReason as Reason } from './naming-risk.type.ts';
import type { StoredQuestion } from './questionnaire.entity.ts';

const MAIL_ADDRESS = /[^\s@]+@[^\s@]+\.[^\s@]{2,}/u;

/** A title and a name: English, Welsh and Arabic. */
const TITLED =
  /(?<!\p{L})(?:mrs?|ms|miss|mx|dr|prof|professor|sir|dame|lord|lady|yr athro|d[oô]ctor|doctor)\.?\s+\p{Lu}|(?<!\p{L})(?:السيدة?|الدكتورة?|الأستاذة?|د\.|أ\.د\.?)\s*\p{L}/iu;

/** Words that stand before what one person is to the reporter, and before what one person is to everybody. */
const MY_SOMEBODY =
  /(?<!\p{L})(?:my|our|fy|ein)\s+(?:\p{L}+\s+){0,2}(?:supervisor|manager|boss|teacher|tutor|lecturer|director|goruchwyliwr|rheolwr|tiwtor|athro|darlithydd)(?!\p{L})/iu;
const ONE_POST =
  /(?<!\p{L})(?:the\s+)?(?:vice-?\s?chancellor|principal|dean|provost|rector|registrar|chief executive|ceo|chair of|head of|director of|leader of|pennaeth|is-ganghellor|deon)(?!\p{L})/iu;

const FEW = '(?:[1-9]|one|two|three|four|five|six|seven|eight|nine|un|dau|dwy|tri|tair|pedwar|pump)';
const PEOPLE = '(?:people|persons?|members?|colleagues|staff|employees|students|of us|o bobl|aelod|aelodau)';
const SMALL_TEAM = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:team|group|office|unit|t[iî]m|gr[wŵ]p) of ${FEW}|${FEW}[- ](?:person|people)|${FEW} ${PEOPLE})(?![\\p{L}\\p{N}])`,
  'iu',
);

/** Two words or more that begin with a capital, after one another. */
const CAPITALISED = /(?<!\p{L})\p{Lu}[\p{Ll}’'-]+(?:\s+\p{Lu}[\p{L}’'.-]*)*\s+\p{Lu}[\p{Ll}’'-]+/gu;

/** What is written with capitals and is no person. */
const NO_PERSON = new Set(
  'academy board building business campus canteen centre center club college committee company council day department education engineering faculty finance force general group hall health hospital house hub human institute it lab laboratory law library management media medicine office park people place programme project research resources room safety school science sciences section service services site social society sports street student students studies support team technology theatre union unit university ward wellbeing work'.split(
    ' ',
  ),
);

/**
 * Why words could point at one person or a handful, as far as words can tell. It knows no names: it looks for titles,
 * for capitals after one another, for posts of which there is one, and for small numbers of people.
 */
export function namingRisksIn(text: string): Reason[] {
  const found: Reason[] = [];
  if (MAIL_ADDRESS.test(text)) found.push(Reason.MAIL_ADDRESS);
  const isName = (words: string) => words.split(/\s+/).every((word) => !NO_PERSON.has(word.toLowerCase()));
  if (isTitled(text) || (text.match(CAPITALISED) ?? []).some(isName)) found.push(Reason.PERSON);
  if (MY_SOMEBODY.test(text) || ONE_POST.test(text)) found.push(Reason.ONE_POST);
  if (SMALL_TEAM.test(text)) found.push(Reason.SMALL_TEAM);
  return found;
}

/** With the flag that a title may be written small comes a small letter after it: that is no name. */
function isTitled(text: string): boolean {
  const [found] = TITLED.exec(text) ?? [];
  const last = found?.at(-1) ?? '';
  return found !== undefined && last === last.toUpperCase();
}

/** Every choice that could point at somebody, in every language it is written in. */
export function namingRisks(questions: readonly StoredQuestion[]): NamingRisk[] {
  return questions.flatMap((question) =>
    (question.choices ?? []).flatMap((choice) =>
      Object.entries(choice.text).flatMap(([locale, text]) =>
        namingRisksIn(text).map((reason) => ({ question: question.id, choice: choice.id, locale, reason })),
      ),
    ),
  );
}
