import type { DataSource } from 'typeorm';
import type { AuditActor, AuditService } from '../audit/audit.service.ts';
import { AuditAct } from '../audit/audit-act.type.ts';
import { inTransaction } from '../database/transaction.ts';
import { reasonsOf } from './check-closures.ts';
import { checkSupport, type GivenSupportList } from './check-support.ts';
import { checkWording, type GivenWording } from './check-wording.ts';
import { OrganisationEntity, type OrganisationTexts } from './organisation.entity.ts';
import type { OrganisationService } from './organisation.service.ts';
import { changedRule, whyNotKept } from './retention-rule.ts';
import type { SettingFaultWords } from './setting-fault.ts';
import {
  ChangedMeanwhile,
  InvalidSettings,
  type Openness,
  OpennessChanged,
  RetentionChanged,
  type RetentionSetting,
  type SupportLists,
  SupportServicesChanged,
  type Wording,
  WordingChanged,
} from './settings.type.ts';
import { opennessOf, retentionOf, supportListsOf, wordingOf } from './settings.view.ts';
import { lockedSettings, storeSettings } from './stored-settings.ts';

const LONGEST_REASON = 500; // characters

/** What an administrator changes of the organisation, each with a version that tells whether somebody else was faster. */
export class OrganisationSettingsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly organisations: OrganisationService,
    private readonly audit: AuditService,
  ) {}

  /** Name, languages, addresses and words, as they are stored. */
  wording(): Promise<Wording> {
    return this.read(wordingOf);
  }

  /** Support services in every language, as they are stored. */
  supportLists(): Promise<SupportLists> {
    return this.read(supportListsOf);
  }

  /** Whether reports are taken, as it is stored. */
  openness(): Promise<Openness> {
    return this.read(opennessOf);
  }

  /** For how long closed cases are kept, as it is stored. */
  retention(): Promise<RetentionSetting> {
    return this.read(retentionOf);
  }

  /** Stores other wording; support services stay. */
  async changeWording(
    by: AuditActor,
    given: GivenWording & { version: string },
  ): Promise<WordingChanged | InvalidSettings | ChangedMeanwhile> {
    const checked = checkWording(given);
    if (Array.isArray(checked)) return new InvalidSettings(checked);
    const { words, ...plain } = checked;
    const [first = 'en'] = plain.locales;
    const { texts } = await this.organisations.settings();
    if ((texts[first]?.supportServices ?? []).length === 0) {
      // Where the first language has none, nobody who reads another one without any would find help.
      const message = 'Name support services in this language before you make it the first one.';
      return new InvalidSettings([{ field: 'locales', message }]);
    }
    return this.change(
      by,
      AuditAct.WORDING_CHANGED,
      given.version,
      wordingOf,
      (settings) => ({
        ...plain,
        texts: eachLocale(settings, words, (old, own) => ({ ...own, supportServices: old.supportServices })),
      }),
      (wording) => new WordingChanged(wording),
    );
  }

  /** Stores other support services; the wording stays. */
  async changeSupportServices(
    by: AuditActor,
    given: { version: string; lists: readonly GivenSupportList[] },
  ): Promise<SupportServicesChanged | InvalidSettings | ChangedMeanwhile> {
    const checked = checkSupport(given.lists);
    if (Array.isArray(checked)) return new InvalidSettings(checked);
    const { services } = checked;
    const [first = 'en'] = (await this.organisations.settings()).locales;
    if ((services[first] ?? []).length === 0) {
      const message = 'Name at least one service in the first language.';
      return new InvalidSettings([{ field: `services.${first}`, message }]);
    }
    return this.change(
      by,
      AuditAct.SUPPORT_SERVICES_CHANGED,
      given.version,
      supportListsOf,
      (settings) => ({
        texts: eachLocale(settings, services, (old, supportServices) => ({ ...old, supportServices })),
      }),
      (lists) => new SupportServicesChanged(lists),
    );
  }

  /** Opens or closes the service for reports. What somebody wrote meanwhile stays in their page. */
  async changeOpenness(
    by: AuditActor,
    given: {
      version: string;
      isOpen: boolean;
      reasons: readonly { locale: string; text: string }[];
    },
  ): Promise<OpennessChanged | InvalidSettings | ChangedMeanwhile> {
    const [first = 'en'] = (await this.organisations.settings()).locales;
    const checked = reasonsOf(given.reasons, LONGEST_REASON);
    const faults: SettingFaultWords[] = [];
    if ('fault' in checked) faults.push({ field: checked.field, message: checked.fault });
    else if (!given.isOpen && !checked.reasons[first]) {
      faults.push({ field: `reasons.${first}`, message: 'Say why, at least in the first language.' });
    }
    if ('fault' in checked || faults.length > 0) return new InvalidSettings(faults);
    return this.change(
      by,
      AuditAct.SUBMISSIONS_SWITCHED,
      given.version,
      opennessOf,
      () => ({ isOpen: given.isOpen, closedReasons: checked.reasons }),
      (openness) => new OpennessChanged(openness),
    );
  }

  /** Keeps closed cases for another time. One that is shorter works after some days of notice. */
  async changeRetention(
    by: AuditActor,
    given: { version: string; days?: number | null },
  ): Promise<RetentionChanged | InvalidSettings | ChangedMeanwhile> {
    const days = given.days ?? null;
    const { reopenDays } = await this.organisations.settings();
    const fault = whyNotKept(days, reopenDays);
    if (fault !== null) return new InvalidSettings([{ field: 'days', message: fault }]);
    const today = await this.organisations.today();
    return this.change(
      by,
      AuditAct.RETENTION_CHANGED,
      given.version,
      retentionOf,
      (settings) => changedRule(settings, days, today),
      (retention) => new RetentionChanged(retention),
      { days: days ?? 'without end' },
    );
  }

  private async read<View>(view: (settings: OrganisationEntity) => View): Promise<View> {
    return view(await this.dataSource.manager.findOneByOrFail(OrganisationEntity, { id: true }));
  }

  /** Changes the one row under its lock: whoever read another state of these settings learns so, and nothing is stored. */
  private async change<View extends { readonly version: string }, Changed>(
    by: AuditActor,
    act: AuditAct,
    version: string,
    view: (settings: OrganisationEntity) => View,
    patch: (settings: OrganisationEntity) => Partial<OrganisationEntity>,
    changed: (now: View) => Changed,
    details: Readonly<Record<string, string | number>> = {},
  ): Promise<Changed | ChangedMeanwhile> {
    const outcome = await inTransaction(this.dataSource, async (manager) => {
      const settings = await lockedSettings(manager);
      const part = patch(settings);
      const next = Object.assign(new OrganisationEntity(), settings, part);
      // The answer to an earlier try was lost: what it asked for is there already.
      const isThere = view(next).version === view(settings).version;
      if (!isThere && view(settings).version !== version) return new ChangedMeanwhile();
      if (!isThere) {
        await storeSettings(manager, part);
        this.audit.record(manager, by, act, null, details);
      }
      return changed(view(next));
    });
    this.organisations.forget();
    return outcome;
  }
}

function eachLocale<Part>(
  { texts }: OrganisationEntity,
  parts: Readonly<Record<string, Part>>,
  merge: (old: OrganisationTexts, part: Part | undefined) => OrganisationTexts | Record<string, unknown>,
): Record<string, OrganisationTexts> {
  const locales = new Set([...Object.keys(texts), ...Object.keys(parts)]);
  return Object.fromEntries(
    [...locales].map((locale) => {
      const old = { ...texts[locale], supportServices: texts[locale]?.supportServices ?? [] };
      return [locale, { supportServices: [], ...merge(old, parts[locale]) }];
    }),
  );
}
