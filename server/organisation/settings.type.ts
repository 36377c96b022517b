import { createUnionType, Field, Int, ObjectType } from 'type-graphql';
import { Problem, ServiceBusy } from '../shared/problem.type.ts';
import { SupportService } from './organisation.type.ts';
import { LocalText, OrganisationWords } from './wording-part.type.ts';

/** What one setting cannot be. */
@ObjectType({ description: 'What one setting cannot be.' })
export class SettingFault {
  @Field(() => String, {
    description: 'the input field as a path, such as exitAddress, words.cy.SAFETY, services.en.2.url',
  })
  readonly field!: string;

  @Field(() => String, { description: 'why, in a plain sentence' })
  readonly message!: string;
}

/** Settings that cannot be taken as they are. */
@ObjectType({
  implements: Problem,
  description: 'Settings that cannot be taken as they are. Nothing was stored.',
})
export class InvalidSettings extends Problem {
  @Field(() => [SettingFault], { description: 'what stands against them, in the order of the input' })
  readonly faults: readonly SettingFault[];

  constructor(faults: readonly SettingFault[]) {
    super('Some settings cannot be taken as they are. Nothing was stored.');
    this.faults = faults;
  }
}

/** Somebody else was faster. */
@ObjectType({
  implements: Problem,
  description: 'Somebody else changed or deleted the same thing since it was read. Nothing was stored.',
})
export class ChangedMeanwhile extends Problem {
  constructor(
    message = 'Somebody else changed these settings while you did. Nothing of yours was stored yet.',
  ) {
    super(message);
  }

  /** One thing of a list, which may be gone as well. */
  static inList(): ChangedMeanwhile {
    return new ChangedMeanwhile(
      'Somebody else changed or deleted this while you did. Nothing of yours was stored yet. Open it again to see how it is now.',
    );
  }
}

/** Name, languages, addresses and words. */
@ObjectType({ description: "The organisation's name, languages, addresses and own words." })
export class Wording {
  @Field(() => String, { description: 'names this state; `changeWording` takes it' })
  readonly version!: string;

  @Field(() => String, { description: 'the name, as it stands in sentences' })
  readonly name!: string;

  @Field(() => [String], { description: 'languages that are offered, BCP 47; the first is the fallback' })
  readonly locales!: readonly string[];

  @Field(() => String, { description: 'where "Leave this page" ends' })
  readonly exitAddress!: string;

  @Field(() => String, { nullable: true, description: 'this service inside the Tor network' })
  readonly onionAddress!: string | null;

  @Field(() => [OrganisationWords], { description: 'every part that is set, in every language' })
  readonly words!: readonly OrganisationWords[];
}

/** Support services in one language. */
@ObjectType({ description: 'Support services in one language.' })
export class SupportList {
  @Field(() => String, { description: 'BCP 47' })
  readonly locale!: string;

  @Field(() => [SupportService], { description: 'in their order; none: the first language stands in' })
  readonly services!: readonly SupportService[];
}

/** Support services in every language. */
@ObjectType({ description: 'Support services in every language.' })
export class SupportLists {
  @Field(() => String, { description: 'names this state; `changeSupportServices` takes it' })
  readonly version!: string;

  @Field(() => [SupportList], { description: 'one for each language of the portal' })
  readonly lists!: readonly SupportList[];
}

/** Whether reports are taken. */
@ObjectType({ description: 'Whether reports are taken.' })
export class Openness {
  @Field(() => String, { description: 'names this state; `changeOpenness` takes it' })
  readonly version!: string;

  @Field(() => Boolean, { description: 'false: an administrator closed it' })
  readonly isOpen!: boolean;

  @Field(() => [LocalText], { description: 'why it is closed, in every language that was written' })
  readonly reasons!: readonly LocalText[];
}

/** For how long closed cases are kept. */
@ObjectType({ description: 'For how long closed cases are kept.' })
export class RetentionSetting {
  @Field(() => String, { description: 'names this state; `changeRetention` takes it' })
  readonly version!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'days after closing on which a case is deleted; null: none is deleted by itself',
  })
  readonly days!: number | null;

  @Field(() => Int, { description: 'the fewest days that can be set: reporters can go on until then' })
  readonly shortest!: number;

  @Field(() => Int, { description: 'the most days that can be set' })
  readonly longest!: number;

  @Field(() => Int, {
    description: 'how many days there are at least between a shorter time being set and the first deletion',
  })
  readonly noticeDays!: number;
}

/** The wording is as asked. */
@ObjectType({ description: 'The wording is as asked.' })
export class WordingChanged {
  @Field(() => Wording, { description: 'as it is now' })
  readonly wording: Wording;

  constructor(wording: Wording) {
    this.wording = wording;
  }
}

/** The support services are as asked. */
@ObjectType({ description: 'The support services are as asked.' })
export class SupportServicesChanged {
  @Field(() => SupportLists, { description: 'as they are now' })
  readonly supportLists: SupportLists;

  constructor(supportLists: SupportLists) {
    this.supportLists = supportLists;
  }
}

/** It is open or closed as asked. */
@ObjectType({ description: 'It is open or closed as asked.' })
export class OpennessChanged {
  @Field(() => Openness, { description: 'as it is now' })
  readonly openness: Openness;

  constructor(openness: Openness) {
    this.openness = openness;
  }
}

/** Closed cases are kept for as long as asked. */
@ObjectType({ description: 'Closed cases are kept for as long as asked.' })
export class RetentionChanged {
  @Field(() => RetentionSetting, { description: 'as it is now' })
  readonly retention: RetentionSetting;

  constructor(retention: RetentionSetting) {
    this.retention = retention;
  }
}

/** What `changeRetention` answers. */
export const ChangeRetentionResult = createUnionType({
  name: 'ChangeRetentionResult',
  description: 'What came of changing how long closed cases are kept.',
  types: () => [RetentionChanged, InvalidSettings, ChangedMeanwhile, ServiceBusy] as const,
});

/** What `changeWording` answers. */
export const ChangeWordingResult = createUnionType({
  name: 'ChangeWordingResult',
  description: 'What came of changing the wording.',
  types: () => [WordingChanged, InvalidSettings, ChangedMeanwhile, ServiceBusy] as const,
});

/** What `changeSupportServices` answers. */
export const ChangeSupportServicesResult = createUnionType({
  name: 'ChangeSupportServicesResult',
  description: 'What came of changing the support services.',
  types: () => [SupportServicesChanged, InvalidSettings, ChangedMeanwhile, ServiceBusy] as const,
});

/** What `changeOpenness` answers. */
export const ChangeOpennessResult = createUnionType({
  name: 'ChangeOpennessResult',
  description: 'What came of opening or closing the service for reports.',
  types: () => [OpennessChanged, InvalidSettings, ChangedMeanwhile, ServiceBusy] as const,
});
