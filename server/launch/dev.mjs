import { requireNode } from './node-version.mjs';

requireNode();
const { spawn } = await import('node:child_process');
const { mkdirSync, rmSync, symlinkSync } = await import('node:fs');
const { join } = await import('node:path');
const { install } = await import('./install.mjs');
const { build } = await import('./build.mjs');
const { root, runScript, say, StepFailed } = await import('./steps.mjs');
const { serverEnvironment } = await import('./server-environment.mjs');
const { watchFolders } = await import('./watch-folders.mjs');
const { WatchedServer } = await import('./watched-server.mjs');

/** Apart from `dist`, so that what is half written here never runs as the program. */
const OUTPUT = '.cache/development';
const PORTAL = 'reporter portal';
const DASHBOARD = 'caseworker dashboard';

/** `npm run dev`: runs everything and follows changes, until Ctrl+C. On this machine only. */
await runScript(async () => {
  await install();
  await build([PORTAL, DASHBOARD]);
  linkPages();

  const port = process.env.PORT || '4000';
  const staffPort = process.env.STAFF_PORT || '4001';
  const server = new WatchedServer(`${OUTPUT}/server/main.js`, {
    // A folder of its own: what is tried here must not touch the data of `npm start`.
    DATA_DIR: join('.restante', 'development'),
    ...serverEnvironment,
    ...process.env,
    NODE_ENV: 'development',
  });
  const compiler = watchServer(() => server.restart());
  const dashboard = await serveDashboard(staffPort);
  const stopWatching = watchFolders(['web/reporter', 'web/shared'], async () => {
    if (await rebuiltPortal()) server.restart();
  });

  say('Development: the schema of both doors can be read on this machine.');
  say(`  GraphiQL                http://localhost:${port}/graphiql   http://localhost:${staffPort}/graphiql`);
  say(`  Dashboard with changes  ${dashboard.resolvedUrls.local[0]}`);

  const ending = await Promise.race([signal(), compiler.ended]);
  stopWatching();
  compiler.stop();
  await Promise.all([server.stop(), dashboard.close()]);
  return ending;
});

/** The server looks for its pages beside itself. */
function linkPages() {
  const pages = join(root, OUTPUT, 'web');
  mkdirSync(join(root, OUTPUT), { recursive: true });
  rmSync(pages, { recursive: true, force: true });
  symlinkSync(join(root, 'dist', 'web'), pages, 'junction');
}

/** Compiles the server after each change; faults are shown, and the server goes on as it was. */
function watchServer(compiled) {
  const options = ['--watch', '--preserveWatchOutput', '--outDir', OUTPUT];
  const notes = ['--tsBuildInfoFile', `${OUTPUT}/server.tsbuildinfo`];
  const child = spawn(
    process.execPath,
    ['node_modules/typescript/bin/tsc', '-p', 'server/tsconfig.build.json', ...options, ...notes],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  child.stdout.setEncoding('utf8').on('data', (text) => {
    process.stdout.write(text);
    if (/Found 0 errors\. Watching/.test(text)) compiled();
  });
  return {
    stop: () => child.kill(),
    ended: new Promise((resolve) => child.once('exit', () => resolve(1))),
  };
}

async function rebuiltPortal() {
  try {
    return (await build([PORTAL])).length > 0;
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
    say(error.message);
    return false;
  }
}

/** Shows changes of the dashboard at once; asks the staff door for everything else. */
async function serveDashboard(staffPort) {
  const { createServer } = await import('vite');
  const staffDoor = { target: `http://127.0.0.1:${staffPort}`, ws: true };
  const dashboard = await createServer({
    configFile: join(root, 'web', 'caseworker', 'vite.config.ts'),
    clearScreen: false,
    logLevel: 'warn',
    server: { host: 'localhost', proxy: { '/graphql': staffDoor } },
  });
  return await dashboard.listen();
}

/** Resolves when somebody asks for the end, or when the shell died that npm put in between and that tells nobody. */
function signal() {
  return new Promise((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(name, () => resolve(0));
    const parent = process.ppid;
    const look = () => process.ppid !== parent && resolve(0);
    if (process.env.npm_lifecycle_event) setInterval(look, 250).unref();
  });
}
