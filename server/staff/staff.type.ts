import { createUnionType, Field, ID, ObjectType } from 'type-graphql';
import { Problem, ServiceBusy } from '../shared/problem.type.ts';
import { StaffRole } from './staff-role.type.ts';

/** A member of staff, as colleagues know them. */
@ObjectType({ description: 'A member of staff.' })
export class Caseworker {
  @Field(() => ID, { description: 'a random UUID' })
  readonly id!: string;

  @Field(() => String, { description: 'as they wrote it' })
  readonly name!: string;

  @Field(() => String, { description: 'what they sign in with' })
  readonly email!: string;

  @Field(() => [StaffRole], { description: 'what they may do' })
  readonly roles!: StaffRole[];

  /** Set where it is known without asking whose session it is. */
  readonly hasToSetUp?: boolean;
}

/** The invitation was accepted, and the caseworker is signed in. */
@ObjectType({
  description: 'The invitation was accepted, and the caseworker is signed in.',
})
export class Welcome {
  @Field(() => Caseworker, { description: 'who has just joined' })
  readonly caseworker: Caseworker;

  @Field(() => String, {
    description: 'shown once: without it a forgotten password loses access to the cases',
  })
  readonly recoveryKey: string;

  constructor(caseworker: Caseworker, recoveryKey: string) {
    this.caseworker = caseworker;
    this.recoveryKey = recoveryKey;
  }
}

/** Unknown, used, expired, or incomplete: one answer for all. */
@ObjectType({
  implements: Problem,
  description: 'This link does not work: it is unknown, was used already, or is too old.',
})
export class InvitationRefused extends Problem {
  constructor(message = 'This link does not work any more. Ask an administrator for a new one.') {
    super(message);
  }
}

/** The password would be guessed. */
@ObjectType({
  implements: Problem,
  description: 'The password would be guessed; the message says why.',
})
export class WeakPassword extends Problem {}

/** Signed in; the cookie is set. */
@ObjectType({ description: 'Signed in; the session is in the cookie.' })
export class StaffSession {
  @Field(() => Caseworker, { description: 'who signed in' })
  readonly caseworker: Caseworker;

  @Field(() => Date, { description: 'when the session ends at the latest' })
  readonly endsAt: Date;

  constructor(caseworker: Caseworker, endsAt: Date) {
    this.caseworker = caseworker;
    this.endsAt = endsAt;
  }
}

/** One text and one amount of work, whether or not the account exists. */
@ObjectType({
  implements: Problem,
  description:
    'Address or password is not right: one answer for both, and for an account that cannot sign in.',
})
export class SignInRefused extends Problem {
  constructor() {
    super('The mail address or the password is not right.');
  }
}

/** The password was right and the account has a second factor. */
@ObjectType({
  implements: Problem,
  description:
    'The password was right; the same call again with the code of the authenticator, or a recovery code. One answer for no code, a wrong one and a used one.',
})
export class OneTimeCodeNeeded extends Problem {
  constructor() {
    super('Enter the code that your authenticator shows now, or a recovery code. Each works once.');
  }
}

/** What `acceptInvitation` answers. */
export const AcceptInvitationResult = createUnionType({
  name: 'AcceptInvitationResult',
  description: 'What came of accepting an invitation.',
  types: () => [Welcome, InvitationRefused, WeakPassword, ServiceBusy] as const,
});

/** What `signIn` answers. */
export const SignInResult = createUnionType({
  name: 'SignInResult',
  description: 'What came of signing in.',
  types: () => [StaffSession, SignInRefused, OneTimeCodeNeeded, ServiceBusy] as const,
});
