import { Field, Int, InterfaceType, ObjectType } from 'type-graphql';

/** What can go wrong and is expected to. Each failure of an operation is one of these. */
@InterfaceType({ description: 'Something that can happen and is expected to.' })
export abstract class Problem {
  @Field(() => String, {
    description: 'a plain sentence, safe to show, holding nothing that was typed in',
  })
  readonly message: string;

  constructor(message: string) {
    this.message = message;
  }
}

/** Nothing was done, and the same call may be made again. */
@ObjectType({
  implements: Problem,
  description: 'The service is saving itself; nothing was done, the same call may be made again.',
})
export class ServiceBusy extends Problem {
  @Field(() => Int, {
    description: 'how long to wait before trying again, in seconds',
  })
  readonly retryAfterSeconds: number;

  @Field(() => Boolean, {
    description:
      'true: a part of the service is out of reach, and nobody knows whether the call was done; the same call again stores nothing twice. false: too much is asked for at once, and nothing was done',
  })
  readonly isFault: boolean;

  constructor(reason: string, retryAfterSeconds: number, isFault = false) {
    const wait = retryAfterSeconds === 1 ? 'a second' : `${retryAfterSeconds} seconds`;
    super(`${reason} Try again in ${wait}.`);
    this.retryAfterSeconds = retryAfterSeconds;
    this.isFault = isFault;
  }

  /** Too much is asked for at once. Nothing was done. */
  static crowded(retryAfterSeconds: number): ServiceBusy {
    return new ServiceBusy(
      'Many people are using this service just now. Nothing was done.',
      retryAfterSeconds,
    );
  }

  /** The database is out of reach. Sending again is safe, also where the answer alone was lost. */
  static away(retryAfterSeconds: number): ServiceBusy {
    return new ServiceBusy(
      'This service cannot answer just now. It is safe to send again.',
      retryAfterSeconds,
      true,
    );
  }

  /** The database went out of reach while a password was set. Sending again would be refused where it was done. */
  static awayFromPassword(retryAfterSeconds: number): ServiceBusy {
    return new ServiceBusy(
      'This service cannot answer just now. It may have been done: try to sign in with the new password. If that works, draw another recovery key in your settings.',
      retryAfterSeconds,
      true,
    );
  }
}

/** An idempotency key was used before, for something else. */
@ObjectType({
  implements: Problem,
  description:
    'This idempotency key, or this enrolment, already belongs to another input. Nothing was stored.',
})
export class KeyReused extends Problem {
  constructor() {
    super('This was already sent with other words. Nothing was stored this time.');
  }
}
