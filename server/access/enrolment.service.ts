import type { AccessCode } from '../crypto/access-code.type.ts';
import type { DeploymentSecrets } from '../crypto/deployment-secrets.ts';
import type { Clock } from '../shared/clock.ts';
import { drawAccessCode, formatAccessCode } from './access-code.ts';
import { openEnrolment, sealEnrolment } from './enrolment.ts';

/** Draws codes and hands them over sealed, so that opting in writes nothing. */
export class EnrolmentService {
  constructor(
    private readonly secrets: DeploymentSecrets,
    private readonly clock: Clock,
  ) {}

  /** A new code, as it is printed, with the enrolment that `submitReport` needs. */
  offer(): { code: string; enrolment: string; expiresAt: Date } {
    const code = drawAccessCode();
    return {
      code: formatAccessCode(code),
      ...sealEnrolment(code, this.clock.now(), this.secrets),
    };
  }

  /** The code inside, or null when the enrolment is too old or not ours. */
  open(enrolment: string): AccessCode | null {
    return openEnrolment(enrolment, this.clock.now(), this.secrets);
  }
}
