import { codeOf } from '../shared/error-code.ts';
import { StartFault } from '../shared/start-fault.ts';
import { isDatabaseUnavailable, sqlStateOf } from './database-unavailable.ts';

/** The server that `DATABASE_URL` names cannot be used. */
export class GivenServerUnfit extends StartFault {
  override readonly name = 'GivenServerUnfit';
}

/** What Node.js calls a certificate that it does not accept. */
const CERTIFICATE = /CERT|SIGNATURE|^ERR_TLS/;
/** The driver gives this one no code. */
const NO_TLS = /^The server does not support SSL connections/;

/**
 * Puts into a sentence what kept a given server from letting the program in; passes on what it does not know. The driver's
 * own text may hold parts of the address, so each case has a sentence of its own.
 *
 * @param variable that holds the address.
 */
export function refusal(variable: string, error: unknown): unknown {
  const [sentence, advice] = wordsFor(variable, error) ?? [];
  if (!sentence) return error;
  return new GivenServerUnfit(`The given PostgreSQL server ${sentence}`, advice ?? '', { cause: error });
}

function wordsFor(variable: string, error: unknown): readonly [sentence: string, advice: string] | null {
  const state = sqlStateOf(error);
  if (state === '28P01' || state === '28000') {
    return ['does not accept the user name or password.', `Check ${variable}.`];
  }
  if (state === '3D000') {
    return ['has no database of that name.', `Create it, or check the end of ${variable}.`];
  }
  if (state === '42501') {
    return ['does not let the user into that database.', 'Let that user own the database.'];
  }
  if (isCertificateFile(error)) {
    return [
      'cannot be checked, because a file of certificates cannot be read.',
      `Check the files that ${variable} names.`,
    ];
  }
  if (NO_TLS.test(messageOf(error))) {
    return [
      'does not encrypt connections.',
      `Switch TLS on there. On this machine itself, sslmode may be taken out of ${variable}.`,
    ];
  }
  if (CERTIFICATE.test(codeOf(error) ?? '')) {
    return [
      'shows a certificate that is not trusted, or was made for another name.',
      `Let sslrootcert in ${variable} name the file of its authority, and use the host name of the certificate.`,
    ];
  }
  if (isDatabaseUnavailable(error)) {
    return ['does not answer.', `Start it, or check ${variable} and the network.`];
  }
  return null;
}

function isCertificateFile(error: unknown): boolean {
  return Reflect.get(Object(error), 'syscall') === 'open';
}

function messageOf(error: unknown): string {
  return String(Reflect.get(Object(error), 'message') ?? '');
}
