import { measureLogins, measureMessaging } from './measure-messaging.ts';
import { measureSubmits, over, ratioOver } from './measure-submits.ts';
import { Stage } from './stage.ts';
import { figures } from './table.ts';

const say = (s: string) => process.stdout.write(s + '\n');
const stage = await Stage.open(process.cwd());
try {
  const what = process.argv[2] ?? 'submits';
  if (what.includes('submits'))
    for (const c of (process.argv[3] ?? '1,8,32').split(',').map(Number)) {
      const r = await measureSubmits(stage, c);
      say(`c=${c}`);
      for (const k of ['server', 'bare', 'sealing'] as const)
        say(
          `  ${k} rps ${figures(over(r[k], (s) => s.perSecond))} p50 ${figures(over(r[k], (s) => s.p50))} p99 ${figures(over(r[k], (s) => s.p99))} wal ${figures(over(r[k], (s) => s.journalBytes))} cpu ${k === 'server' ? figures(over(r[k], (s) => s.cpuMs ?? 0)) : ''}`,
        );
      say(
        `  ratio rps ${figures(ratioOver(r.server, r.bare, (s) => s.perSecond))} p99 ${figures(ratioOver(r.server, r.bare, (s) => s.p99))} sealing ${figures(ratioOver(r.server, r.sealing, (s) => s.perSecond))}`,
      );
    }
  if (what.includes('messaging')) {
    const codes: string[] = [];
    for (const c of [1, 8, 32]) {
      const r = await measureMessaging(stage, c, codes);
      say(
        `messaging c=${c} server ${figures(over(r.server, (s) => s.perSecond))} p99 ${figures(over(r.server, (s) => s.p99))} bare ${figures(over(r.bare, (s) => s.perSecond))} p99 ${figures(over(r.bare, (s) => s.p99))} ratio ${figures(ratioOver(r.server, r.bare, (s) => s.perSecond))} wal ${figures(over(r.server, (s) => s.journalBytes))} / ${figures(over(r.bare, (s) => s.journalBytes))}`,
      );
    }
    const r = await measureLogins(stage, codes);
    say(
      `logins ${figures(over(r.server, (s) => s.perSecond))} bare ${figures(over(r.bare, (s) => s.perSecond))} ratio ${figures(ratioOver(r.server, r.bare, (s) => s.perSecond))} p50 ${figures(over(r.server, (s) => s.p50))} p99 ${figures(over(r.server, (s) => s.p99))}`,
    );
  }
  await stage.restart();
  say(
    `starts ${stage.warmStartsMs.map(Math.round)} idle ${stage.residentIdle.map((b) => Math.round(b / 1e6))} after ${stage.residentAfterWork.map((b) => Math.round(b / 1e6))}`,
  );
} finally {
  await stage.close();
}
