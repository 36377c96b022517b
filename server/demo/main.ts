import 'reflect-metadata';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { entities } from '../app.ts';
import { type Config, readConfig } from '../config.ts';
import { DeploymentSecrets } from '../crypto/deployment-secrets.ts';
import { openDataSource } from '../database/data-source.ts';
import { openMasterSecret } from '../database/master-secret.ts';
import { migrate } from '../database/migrate.ts';
import { openDatabase } from '../database/open-database.ts';
import { WakeUp } from '../database/wake-up.ts';
import { startFaultOf } from '../launch/start-fault-of.ts';
import { openLog } from '../shared/log.ts';
import { ProgressBar } from '../shared/progress-bar.ts';
import { type DemoLogIn, type Demonstration, makeDemonstration } from './demonstration.ts';

const REPORTS = 400;

/** Who can sign in, for the next start: in a demonstration nothing is secret. */
const LOG_INS = 'demonstration.json';

process.exitCode = await run();
process.exit();

/** Makes the demonstration in the folder that is named, where there is none yet, and says how to enter it. */
async function run(): Promise<number> {
  let config: Config | null = null;
  try {
    // Nothing of the environment: what leads a real installation must not lead here.
    config = readConfig({
      DATA_DIR: process.argv[2],
      ORGANISATION_NAME: 'Ashdown Vale University',
      PORT: '0',
      STAFF_PORT: '0',
      LOG_LEVEL: 'silent',
    });
    const earlier = await readLogIns(config);
    const made = earlier ? null : await make(config);
    say(lines(made?.logIns ?? earlier ?? [], made?.code ?? null).join('\n'));
    return 0;
  } catch (error) {
    const fault = startFaultOf(error, config);
    process.stderr.write(`\n${fault.message}\n${fault.advice}\n`);
    return 1;
  }
}

async function make(config: Config): Promise<Demonstration> {
  const log = openLog(config.logLevel);
  const database = await openDatabase(config, { report: say, onLost: () => process.exit(1) });
  try {
    await migrate({ directUrl: database.directUrl, report: say });
    const dataSource = await openDataSource({
      url: database.url,
      poolSize: config.databasePoolSize,
      entities,
    });
    const wakeUp = new WakeUp({ directUrl: database.directUrl, log });
    await wakeUp.start();
    try {
      const fingerprintOf = (secret: Buffer) => DeploymentSecrets.fromMaster(secret).fingerprint;
      const master = await openMasterSecret({ file: config.secretFile, dataSource, fingerprintOf });
      const bar = new ProgressBar('Inventing reports', REPORTS, process.stdout);
      const parts = { config, dataSource, wakeUp, master, log, present: new Date() };
      const made = await makeDemonstration(parts, REPORTS, (done) => bar.show(done));
      await writeFile(join(config.dataDir, LOG_INS), JSON.stringify(made.logIns), { mode: 0o600 });
      return made;
    } finally {
      await wakeUp.stop();
      await dataSource.destroy();
    }
  } finally {
    await database.close();
  }
}

async function readLogIns({ dataDir }: Config): Promise<DemoLogIn[] | null> {
  const text = await readFile(join(dataDir, LOG_INS), 'utf8').catch(() => null);
  return text === null ? null : (JSON.parse(text) as DemoLogIn[]);
}

function lines(logIns: readonly DemoLogIn[], code: string | null): string[] {
  return [
    '',
    'Demonstration – not for real reports. Everything in it is invented.',
    ...logIns.map(({ name, email, password }) => `  ${name.padEnd(16)}${email.padEnd(32)}${password}`),
    ...(code ? [`  A reporter’s code, shown this once            ${code}`] : []),
    '',
  ];
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
