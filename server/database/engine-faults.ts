import { codeOf } from '../shared/error-code.ts';
import { StartFault } from '../shared/start-fault.ts';

/** The embedded PostgreSQL cannot run here, or not now. */
export class EngineFault extends StartFault {
  override readonly name: string = 'EngineFault';
}

/** Another process that is alive works on the same folder. */
export function secondServer(dataDir: string): EngineFault {
  return new EngineFault(
    `Another Restante is already running on the folder ${dataDir}.`,
    'Stop it first, or give this one a folder of its own with DATA_DIR. Several on one database need a server of your own in DATABASE_URL.',
  );
}

/**
 * Puts a failed file operation into a sentence; passes on what is no file error.
 *
 * @param variable by which another folder can be named.
 */
export function fileFault(error: unknown, folder: string, variable = 'DATA_DIR'): unknown {
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return diskFull(folder, error);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return unwritable(folder, variable, error);
    case 'ENOENT':
      // What Node.js says of a folder that it cannot make on a medium that takes no writes.
      return Reflect.get(Object(error), 'syscall') === 'mkdir' ? unwritable(folder, variable, error) : error;
    case 'ENOTDIR':
    case 'EEXIST':
    case 'EISDIR':
      return new EngineFault(
        `The folder ${folder} cannot be used, because something else of that name or on the way to it is in its place.`,
        `Move that away, or name another folder with ${variable}.`,
        { cause: error },
      );
    default:
      return error;
  }
}

/**
 * Puts what PostgreSQL wrote before it gave up into a sentence.
 *
 * @param said its lines, in English; they come from start-up, before any client.
 * @param log where the whole of it can be read.
 */
export function engineFault(said: string, folder: string, log: string): EngineFault {
  if (/No space left on device|Disk quota exceeded/i.test(said)) return diskFull(folder);
  if (/lock file "postmaster\.pid" already exists|pre-existing shared memory block/i.test(said))
    return secondServer(folder);
  if (/error while loading shared libraries|image not found|Library not loaded/i.test(said))
    return librariesMissing();
  if (/incompatible with server|not compatible with this version/i.test(said)) {
    return new EngineFault(
      `The database in ${folder} was made by another major version of PostgreSQL than this program brings.`,
      'Go back to the version of Restante that made it, export the database there, and import it here.',
    );
  }
  if (/Permission denied|Read-only file system|Operation not permitted|has wrong ownership/i.test(said)) {
    return unwritable(folder, 'DATA_DIR');
  }
  if (/could not look up effective user ID/i.test(said)) {
    return new EngineFault(
      'PostgreSQL does not start for a user without a name, and the user that runs Restante has none on this system.',
      'Start as a user that /etc/passwd knows, or name a PostgreSQL server of your own with DATABASE_URL.',
    );
  }
  return new EngineFault(`PostgreSQL did not start in ${folder}.`, `Its own words are at the end of ${log}.`);
}

/** The package is there, but the links between its libraries are not, and could not be made. */
export function librariesMissing(cause?: unknown): EngineFault {
  return new EngineFault(
    'The bundled PostgreSQL misses links between its libraries; they are made when packages are installed with their scripts.',
    'Run "npm rebuild" in the folder of the program, without --ignore-scripts, as the user who installed it.',
    { cause },
  );
}

/** Nothing more can be written. */
export function diskFull(folder: string, cause?: unknown): EngineFault {
  return new EngineFault(
    `The disk that holds ${folder} is full.`,
    'Free some space and start again. Nothing that was acknowledged is lost.',
    { cause },
  );
}

function unwritable(folder: string, variable: string, cause?: unknown): EngineFault {
  return new EngineFault(
    `The folder ${folder} cannot be written by the user that runs Restante.`,
    `Give that folder to that user, or name another one with ${variable}.`,
    { cause },
  );
}
