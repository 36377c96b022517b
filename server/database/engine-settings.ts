/** PostgreSQL must not hear of PGDATA, PGPORT and the like, which may belong to another server of this machine. */
export const ENGINE_ENVIRONMENT = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/**
 * What the embedded PostgreSQL is told, over what its own files say.
 *
 * Its log must hold nothing of a reporter: no statement, parameter, row or connection; no error of a statement, because
 * `invalid input syntax for type uuid: "…"` repeats the input in its first line; no checkpoint, whose time would
 * tell when somebody wrote.
 */
export const ENGINE_SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  password_encryption: 'scram-sha-256',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  track_commit_timestamp: 'off',
  timezone: 'UTC',
  max_connections: '200',
  jit: 'off',
  logging_collector: 'off',
  log_destination: 'stderr',
  log_timezone: 'UTC',
  log_min_messages: 'log',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_statement: 'none',
  log_min_duration_statement: '-1',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_connections: '',
  log_disconnections: 'off',
  log_checkpoints: 'off',
  log_lock_waits: 'off',
  log_temp_files: '-1',
  log_autovacuum_min_duration: '-1',
};

/** Command line of the server: these settings win over every file. */
export function engineArguments(cluster: string, settings: Readonly<Record<string, string>>): string[] {
  const given = { ...ENGINE_SETTINGS, ...settings };
  return ['-D', cluster, ...Object.entries(given).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}
