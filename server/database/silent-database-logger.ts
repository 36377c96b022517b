import type { Logger } from 'typeorm';

/** Says nothing: every line that TypeORM would write holds a statement, its parameters or a row. */
export class SilentDatabaseLogger implements Logger {
  logQuery(): void {}
  logQueryError(): void {}
  logQuerySlow(): void {}
  logSchemaBuild(_message: string): void {}
  logMigration(): void {}
  log(): void {}
}
