import { createUnionType, Field, ObjectType } from 'type-graphql';
import { Problem, ServiceBusy } from '../shared/problem.type.ts';
import { InvitationRefused, WeakPassword, Welcome } from './staff.type.ts';

/** The new password counts from now on. */
@ObjectType({ description: 'The new password counts from now on; every other session has ended.' })
export class PasswordChanged {
  @Field(() => Boolean, { description: 'always true' })
  readonly isChanged: boolean = true;
}

/** What was given to prove who asks is not right. */
@ObjectType({
  implements: Problem,
  description: 'The password, or a code beside it, is not right: one answer for both. Nothing was done.',
})
export class PasswordRefused extends Problem {
  constructor(message = 'The password is not right. Nothing was done.') {
    super(message);
  }
}

/** Another recovery key; the earlier one stopped working. */
@ObjectType({ description: 'Another recovery key; the earlier one stopped working.' })
export class RecoveryKeyDrawn {
  @Field(() => String, {
    description: 'shown once: without it a forgotten password loses access to the cases',
  })
  readonly recoveryKey: string;

  constructor(recoveryKey: string) {
    this.recoveryKey = recoveryKey;
  }
}

/** The new password counts from now on, and every session has ended. */
@ObjectType({ description: 'The new password counts from now on. Sign in with it; every session has ended.' })
export class AccountRecovered {
  @Field(() => String, { description: 'shown once: the key that was used stopped working' })
  readonly recoveryKey: string;

  constructor(recoveryKey: string) {
    this.recoveryKey = recoveryKey;
  }
}

/** One text and one amount of work, whether or not the account exists. */
@ObjectType({
  implements: Problem,
  description:
    'Address or recovery key is not right, or the key was used before: one answer for all, and for an account that cannot sign in.',
})
export class RecoveryRefused extends Problem {
  constructor() {
    super('The mail address or the recovery key is not right, or the key was used before. A key works once.');
  }
}

/** What a link of an administrator is for. */
@ObjectType({ description: 'What a link of an administrator is for.' })
export class LinkOffer {
  @Field(() => String, {
    nullable: true,
    description: 'the address of the account; null where whoever accepts says theirs',
  })
  readonly email: string | null;

  @Field(() => Boolean, { description: 'whether it begins an account anew that there is already' })
  readonly isReset: boolean;

  constructor(email: string | null, isReset: boolean) {
    this.email = email;
    this.isReset = isReset;
  }
}

/** A link to begin anew would lose more cases than was agreed to. */
@ObjectType({
  implements: Problem,
  description:
    'Since this link was drawn there are more cases that nobody else can open, and they would be lost by it. Nothing was done, and the link still works.',
})
export class ResetOutdated extends Problem {
  constructor() {
    super(
      'Since this link was drawn, there are more cases that only you could open. Beginning anew would lose them. Ask an administrator for a new link.',
    );
  }
}

/** What `changePassword` answers. */
export const ChangePasswordResult = createUnionType({
  name: 'ChangePasswordResult',
  description: 'What came of changing the own password.',
  types: () => [PasswordChanged, PasswordRefused, WeakPassword, ServiceBusy] as const,
});

/** What `drawRecoveryKey` answers. */
export const DrawRecoveryKeyResult = createUnionType({
  name: 'DrawRecoveryKeyResult',
  description: 'What came of drawing another recovery key.',
  types: () => [RecoveryKeyDrawn, PasswordRefused, ServiceBusy] as const,
});

/** What `recoverAccount` answers. */
export const RecoverAccountResult = createUnionType({
  name: 'RecoverAccountResult',
  description: 'What came of setting another password with the recovery key.',
  types: () => [AccountRecovered, RecoveryRefused, WeakPassword, ServiceBusy] as const,
});

/** What `acceptReset` answers. */
export const AcceptResetResult = createUnionType({
  name: 'AcceptResetResult',
  description: 'What came of beginning an account anew.',
  types: () => [Welcome, InvitationRefused, ResetOutdated, WeakPassword, ServiceBusy] as const,
});
