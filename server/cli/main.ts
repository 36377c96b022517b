import 'reflect-metadata';
import { inspect } from 'node:util';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { AuditService } from '../audit/audit.service.ts';
import { readNotedHash } from '../audit/noted-hash.ts';
import { type Config, readConfig } from '../config.ts';
import { Argon2Queue } from '../crypto/argon2-queue.ts';
import { startFaultOf } from '../launch/start-fault-of.ts';
import { systemClock } from '../shared/clock.ts';
import { AccountKeys } from '../staff/account-keys.service.ts';
import { InvitationService } from '../staff/invitation.service.ts';
import { listTokens, makeToken, revokeToken, type TokenAnswer } from './api-tokens.ts';
import { withInstallation } from './installation.ts';
import { invitationLines } from './invitation-lines.ts';
import { listDeletions } from './list-deletions.ts';
import { maskedConfig } from './masked-config.ts';
import { verifyAudit } from './verify-audit.ts';

const FAILED = 1;
const NOT_WHOLE = 2;
const DAYS_AHEAD = 30;
const TOKEN_DAYS = 365;

process.exitCode = await run();
process.exit();

async function run(): Promise<number> {
  let exitCode = 0;
  let config = null as Config | null;
  const configured = () => {
    config = readConfig(process.env);
    return config;
  };
  const answer = ({ isDone, lines }: TokenAnswer) => {
    if (isDone) return say(lines);
    for (const line of lines) tell(line);
    exitCode = FAILED;
  };
  const program = new Command('npm run admin --')
    .description('Acts of whoever runs the machine, beside the server or without it.')
    .exitOverride();
  program
    .command('verify-audit')
    .description('find out whether the audit log is as it was written')
    .option('--head <hash>', 'a hash that the log once ended with, or its first 16 digits or more', notedHash)
    .action(async ({ head }: { head?: Buffer }) => {
      const verdict = await withInstallation(configured(), tell, (installation) =>
        verifyAudit(installation, head ?? null, process.stderr),
      );
      say(verdict.lines);
      if (!verdict.isWhole) exitCode = NOT_WHOLE;
    });
  program
    .command('invite-administrator')
    .description('print a link that makes somebody an administrator, once')
    .action(async () => {
      const used = configured();
      const token = await withInstallation(used, tell, ({ dataSource, secrets }) =>
        new InvitationService(
          dataSource,
          new AccountKeys(new Argon2Queue()),
          systemClock,
          new AuditService(secrets, systemClock),
        ).byOperator(),
      );
      say(invitationLines(used, token));
    });
  program
    .command('retention')
    .description('list closed cases that are deleted next; the server deletes them, never this command')
    .option('--dry-run', 'delete nothing, which is all that this command can do', true)
    .option('--days <days>', 'so many days ahead', daysAhead, DAYS_AHEAD)
    .action(async ({ days }: { days: number }) => {
      const lines = await withInstallation(configured(), tell, (installation) =>
        listDeletions(installation, days, process.stderr),
      );
      say(lines);
    });
  program
    .command('list-tokens')
    .description('list the API tokens that read statistics, without their secrets')
    .action(async () => say(await withInstallation(configured(), tell, listTokens)));
  program
    .command('make-token')
    .description('make an API token that reads statistics, and show it once')
    .argument('<name>', 'what staff call it')
    .option('--days <days>', 'for how many days it works', daysAhead, TOKEN_DAYS)
    .action(async (name: string, { days }: { days: number }) => {
      answer(
        await withInstallation(configured(), tell, (installation) => makeToken(installation, name, days)),
      );
    });
  program
    .command('revoke-token')
    .description('refuse an API token from now on')
    .argument('<id>', 'as list-tokens shows it')
    .action(async (id: string) => {
      answer(await withInstallation(configured(), tell, (installation) => revokeToken(installation, id)));
    });
  program
    .command('config')
    .description('show the configuration as it is used, without passwords')
    .action(() => say(maskedConfig(configured())));
  try {
    await program.parseAsync();
    return exitCode;
  } catch (error) {
    // Commander has said by itself what is wrong with what was typed.
    if (error instanceof CommanderError) return error.exitCode;
    const fault = startFaultOf(error, config);
    tell(`${fault.message}\n${fault.advice}`);
    if (config?.logLevel === 'debug') tell(`\n${inspect(error)}`);
    return FAILED;
  }
}

function notedHash(typed: string): Buffer {
  const noted = readNotedHash(typed);
  if (!noted) throw new InvalidArgumentError('A hash has 16 to 64 digits from 0 to 9 and a to f.');
  return noted;
}

function daysAhead(typed: string): number {
  if (!/^\d{1,4}$/.test(typed)) throw new InvalidArgumentError('This is a number of days from 0 to 9999.');
  return Number(typed);
}

function say(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** What is not the answer itself goes here, so that an answer can be read by another program. */
function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}
