import { describe, expect, it } from '@jest/globals';
import { catalogOf, type MessageId } from '../shared/messages/reporter/catalog.ts';
import { PORTAL_LOCALES, type PortalLocale, pathIn } from './locale.ts';
import { KeyboardPerson } from './testing/keyboard-person.ts';
import { keepPicture } from './testing/pictures.ts';
import { useBrowser } from './testing/use-browser.ts';
import { usePortal } from './testing/use-portal.ts';

const WORDS = 'A canary sang in the corridor.';
const LONG = 240_000; // 4 minutes

const ROUTES = [
  { route: 'anonymous', entry: 'landing.anonymous' },
  { route: 'with contact details', entry: 'landing.contact' },
] as const;
const JOURNEYS = PORTAL_LOCALES.flatMap((locale) =>
  ROUTES.flatMap((route) => (['light', 'dark'] as const).map((colors) => ({ locale, ...route, colors }))),
);

/** The pages on the way, as somebody meets them who reads this language. */
class Journey {
  private pages = 0;

  constructor(
    private readonly person: KeyboardPerson,
    private readonly locale: PortalLocale,
    private readonly name: string,
  ) {}

  /** Looks at the page, then presses the button that is called so. */
  async press(id: MessageId): Promise<void> {
    await this.look();
    await this.person.press(this.says(id));
  }

  /** Looks at the page, then follows the link that is called so. */
  async follow(id: MessageId): Promise<void> {
    await this.look();
    await this.person.follow(this.says(id));
  }

  /** Says of the page that is open: it is in this language, fits, and shows where the keyboard is. */
  async look(): Promise<void> {
    const { page } = this.person;
    this.pages += 1;
    await keepPicture(page, `${this.name}-${String(this.pages).padStart(2, '0')}`);
    const found = await page.evaluate(() => ({
      lang: document.documentElement.lang,
      direction: document.documentElement.dir,
      overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    }));
    expect(found).toEqual({ lang: this.locale.formats, direction: this.locale.direction, overflow: 0 });
    await this.person.seesTheFocus();
  }

  says(id: MessageId): string {
    return catalogOf(this.locale.tag)[id];
  }
}

describe('the whole journey by keyboard alone, without scripts, at 320 pixels', () => {
  const lab = usePortal();
  const visit = useBrowser();

  it.each(JOURNEYS)(
    'goes $route in $locale.name, in the $colors look, to a reply and an answer to it',
    async ({ locale, route, entry, colors }) => {
      const staff = await lab.server.seed.firstAdministrator();
      const { page, hosts, complaints, context } = await visit({ script: 'off', colors });
      const person = new KeyboardPerson(page, lab.url);
      const journey = new Journey(person, locale, `${locale.tag}-${entry.split('.')[1]}-${colors}`);

      await person.open(pathIn(locale, '/'));
      await journey.follow(entry);
      await journey.press('start.start');
      await person.writeInto('#answer', WORDS);
      await journey.press('question.continue');
      const last = route === 'anonymous' ? '#messaging-yes' : '#email';
      while ((await page.locator(last).count()) === 0) await journey.press('question.skip');
      if (route !== 'anonymous') {
        await person.writeInto('#name', 'Sam');
        await person.writeInto('#email', 'sam@example.org');
        await journey.press('question.continue');
      }
      await person.pick(journey.says('optIn.yes'));
      await journey.press('question.continue');
      const code = await person.code();
      await journey.press('code.continue');
      await person.writeInto('#last-four', code.slice(-4).toLowerCase());
      await journey.press('question.continue');
      await journey.press('check.send');
      expect(await person.heading()).toBe(journey.says('sent.title'));

      await lab.server.seed.reply(staff, 'Thank you. Are you safe?');
      await journey.follow('sent.read');
      await person.writeInto('#code', code);
      await journey.press('login.submit');
      expect(await person.words()).toContain('Thank you. Are you safe?');
      await journey.press('messages.write');
      await person.writeInto('#text', 'Yes, I am.');
      await journey.press('write.continue');
      await journey.press('write.send');
      await journey.follow('report.back');
      expect(await person.words()).toContain('Yes, I am.');
      await journey.follow('messages.finish');
      await journey.press('finish.submit');

      await journey.look();
      expect(await person.heading()).toBe(journey.says('finished.title'));
      expect(await context.cookies()).toEqual([]);
      expect([...hosts]).toEqual([new URL(lab.url).host]);
      expect(complaints).toEqual([]);
    },
    LONG,
  );
});
