import { type DestinationStream, destination, pino } from 'pino';
import { type SafeError, safeError } from './safe-error.ts';

/**
 * The only things that a log line may carry beside its sentence. Nothing of a request, and never an error's own text:
 * the driver's errors hold parameters and rows, and coercion errors repeat what a person typed.
 */
export interface LogFields {
  /** Only its name, code and places in the program are written; see `SafeError`. */
  error?: unknown;
  /** Random id that the answer to the caller repeats, so that both can be put together. */
  incident?: string;
  /** Part of the program that speaks, e.g. `retention`. */
  part?: string;
  count?: number;
  port?: number;
  durationMs?: number;
}

/** Where the program writes what an operator needs to know. `message` is a constant of the program, never input. */
export interface Log {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

/** From which level on lines are written. */
export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** How much is kept of what could not be written, until it can be. */
const UNWRITTEN_BYTES = 1_048_576; // 1 MiB

interface WrittenFields extends Omit<LogFields, 'error'> {
  error?: SafeError;
  at?: string;
}

/**
 * Opens the log: JSON lines on stderr.
 *
 * A line of an incident bears the day only: an exact time would be the time of what a reporter did.
 *
 * @param stream where the lines go instead of stderr.
 */
export function openLog(level: LogLevel, stream: DestinationStream = openStderr()): Log {
  const logger = pino(
    {
      level,
      base: null,
      timestamp: false,
      messageKey: 'message',
      formatters: { level: (label) => ({ level: label }) },
    },
    stream,
  );
  return {
    debug: (message, fields) => logger.debug(written(fields), message),
    info: (message, fields) => logger.info(written(fields), message),
    warn: (message, fields) => logger.warn(written(fields), message),
    error: (message, fields) => logger.error(written(fields), message),
  };
}

function openStderr(): DestinationStream {
  const stream = destination({ dest: 2, sync: true, maxLength: UNWRITTEN_BYTES });
  // A disk that is full under the log must end nothing, and an error that nobody hears ends the program.
  stream.on('error', () => undefined);
  return stream;
}

function written(fields: LogFields = {}): WrittenFields {
  const now = new Date().toISOString();
  const kept: WrittenFields = {
    at: fields.incident === undefined ? now : now.slice(0, 10),
  };
  if (fields.error !== undefined) kept.error = safeError(fields.error);
  if (isToken(fields.incident)) kept.incident = fields.incident;
  if (isToken(fields.part)) kept.part = fields.part;
  if (Number.isFinite(fields.count)) kept.count = fields.count;
  if (Number.isFinite(fields.port)) kept.port = fields.port;
  if (Number.isFinite(fields.durationMs)) kept.durationMs = fields.durationMs;
  return kept;
}

function isToken(text: string | undefined): text is string {
  return typeof text === 'string' && /^[\w-]{1,64}$/.test(text);
}
