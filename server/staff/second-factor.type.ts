import { createUnionType, Field, Int, ObjectType } from 'type-graphql';
import { Problem, ServiceBusy } from '../shared/problem.type.ts';
import { PasswordRefused } from './account.type.ts';
import { WeakPassword } from './staff.type.ts';

/** How the second factor of one's own account stands. */
@ObjectType({ description: 'How the second factor of one’s own account stands.' })
export class MySecondFactor {
  @Field(() => Boolean, { description: 'whether one is set up' })
  readonly isOn!: boolean;

  @Field(() => Boolean, { description: 'whether everybody needs one' })
  readonly isNeeded!: boolean;

  @Field(() => Int, { description: 'how many recovery codes were not used yet' })
  readonly recoveryCodesLeft!: number;
}

/** Whether everybody needs a second factor. */
@ObjectType({ description: 'Whether everybody needs a second factor.' })
export class SecondFactorPolicy {
  @Field(() => Boolean, { description: 'whether everybody needs one now' })
  readonly isNeeded!: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description: 'what an administrator chose; null: one is needed as soon as a second person works here',
  })
  readonly chosen!: boolean | null;
}

/** A secret for an authenticator; it counts once a code of it was confirmed. */
@ObjectType({ description: 'A secret for an authenticator; it counts once a code of it was confirmed.' })
export class SecondFactorBegun {
  @Field(() => String, { description: 'to type into an authenticator; base32' })
  readonly secret: string;

  @Field(() => String, { description: 'for a QR code: an otpauth address that holds the secret' })
  readonly uri: string;

  constructor(secret: string, uri: string) {
    this.secret = secret;
    this.uri = uri;
  }
}

/** There is a second factor already. */
@ObjectType({ implements: Problem, description: 'There is a second factor already. Nothing was done.' })
export class SecondFactorIsOn extends Problem {
  constructor() {
    super('Your account has a second factor already. Switch it off before you set up another one.');
  }
}

/** The second factor is on. */
@ObjectType({ description: 'The second factor is on.' })
export class SecondFactorOn {
  @Field(() => [String], { description: 'shown once: each stands in for one code of a lost authenticator' })
  readonly recoveryCodes: string[];

  constructor(recoveryCodes: string[]) {
    this.recoveryCodes = recoveryCodes;
  }
}

/** Not a code of the secret that was drawn last. */
@ObjectType({ implements: Problem, description: 'This is no code of the secret that was drawn last.' })
export class OneTimeCodeRefused extends Problem {
  constructor() {
    super('This code is not right, or too old. Enter the one that your authenticator shows now.');
  }
}

/** The second factor is off. */
@ObjectType({ description: 'The second factor is off.' })
export class SecondFactorOff {
  @Field(() => MySecondFactor, { description: 'how it stands now' })
  readonly secondFactor: MySecondFactor;

  constructor(secondFactor: MySecondFactor) {
    this.secondFactor = secondFactor;
  }
}

/** What `beginSecondFactor` answers. */
export const BeginSecondFactorResult = createUnionType({
  name: 'BeginSecondFactorResult',
  description: 'What came of beginning to set up a second factor.',
  types: () => [SecondFactorBegun, SecondFactorIsOn, ServiceBusy] as const,
});

/** What `confirmSecondFactor` answers. */
export const ConfirmSecondFactorResult = createUnionType({
  name: 'ConfirmSecondFactorResult',
  description: 'What came of the first code of an authenticator.',
  types: () => [SecondFactorOn, OneTimeCodeRefused, ServiceBusy] as const,
});

/** What `switchOffSecondFactor` answers. */
export const SwitchOffSecondFactorResult = createUnionType({
  name: 'SwitchOffSecondFactorResult',
  description: 'What came of switching off the own second factor.',
  types: () => [SecondFactorOff, PasswordRefused, WeakPassword, ServiceBusy] as const,
});
