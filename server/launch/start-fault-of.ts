import type { Config } from '../config.ts';
import { isDatabaseUnavailable, sqlStateOf } from '../database/database-unavailable.ts';
import { diskFull } from '../database/engine-faults.ts';
import { codeOf } from '../shared/error-code.ts';
import { StartFault } from '../shared/start-fault.ts';

const DISK_FULL_STATE = '53100';

/**
 * Puts whatever kept the program from opening into one sentence and what to do.
 *
 * @param config null while the configuration itself is what cannot be used.
 */
export function startFaultOf(error: unknown, config: Config | null): StartFault {
  if (isStartFault(error)) return error;
  if (config && sqlStateOf(error) === DISK_FULL_STATE) return diskFull(config.dataDir, error);
  return listenFault(error, config) ?? otherFault(error);
}

function listenFault(error: unknown, config: Config | null): StartFault | null {
  if (!config || !(textOf(error, 'syscall') === 'listen' || isNameOfHost(error, config))) return null;
  const port = numberOf(error, 'port');
  const variable = port === config.staffPort ? 'STAFF_PORT' : 'PORT';
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return new StartFault(
        `Port ${port} is used by another program.`,
        `Stop that one, or choose another port with ${variable}.`,
        { cause: error },
      );
    case 'EACCES':
      return new StartFault(
        `Port ${port} may not be opened by the user that runs Restante.`,
        `Choose a port above 1023 with ${variable}.`,
        { cause: error },
      );
    default:
      return new StartFault(
        `This machine cannot open the address ${config.host}.`,
        'Set HOST to one of its own addresses, or to 127.0.0.1.',
        { cause: error },
      );
  }
}

/** Whether the name in `HOST` was looked up in vain. */
function isNameOfHost(error: unknown, config: Config): boolean {
  return textOf(error, 'syscall') === 'getaddrinfo' && textOf(error, 'hostname') === config.host;
}

function otherFault(error: unknown): StartFault {
  if (isDatabaseUnavailable(error)) {
    return new StartFault('The database stopped answering.', 'Start again.', { cause: error });
  }
  return new StartFault(
    'Restante cannot go on, for a reason it does not know.',
    'Start it again with LOG_LEVEL=debug to see where it stopped.',
    { cause: error },
  );
}

function isStartFault(error: unknown): error is StartFault {
  return error instanceof StartFault;
}

function textOf(error: unknown, key: string): unknown {
  return typeof error === 'object' && error !== null ? Reflect.get(error, key) : null;
}

function numberOf(error: unknown, key: string): number {
  return Number(textOf(error, key) ?? Number.NaN);
}
