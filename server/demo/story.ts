import { randomUUID } from 'node:crypto';
import { addDays } from '../shared/day.ts';
import type { DemoClock } from './demo-clock.ts';
import { Dice } from './dice.ts';
import { DoorClient } from './door-client.ts';
import { type InventedAct, type InventedCase, inventCase } from './invented-course.ts';
import { TEMPLATES } from './invented-words.ts';
import * as ask from './operations.ts';

/** Somebody who works there, signed in. */
export interface Colleague {
  readonly id: string;
  readonly client: DoorClient;
}

/** Whom the story is told through. */
export interface Stage {
  readonly clock: DemoClock;
  readonly publicUrl: string;
  /** Two; both hold a key to every case. */
  readonly colleagues: readonly [Colleague, Colleague];
}

const DAY = 86_400_000;
const ALWAYS_THE_SAME = 20_260_401;
const LATELY = 60; // days

/** A report that was sent. */
interface Sent {
  readonly caseId: string;
  /** Null: without messaging. */
  readonly code: string | null;
}

/**
 * Tells a year at the doors, report by report: each is sent, answered and moved on as people would, while the clock
 * shows the days on which they did.
 */
export class Story {
  private readonly dice = new Dice(ALWAYS_THE_SAME);
  private readonly door: DoorClient;
  private readonly known = new Set<string>();

  constructor(private readonly stage: Stage) {
    this.door = new DoorClient(stage.publicUrl);
  }

  /**
   * @param count how many reports.
   * @param told hears after each how many there are.
   * @returns a code that opens a conversation, for whoever wants to look at one from the reporter's side.
   */
  async tell(count: number, told: (done: number) => void): Promise<string> {
    const { clock } = this.stage;
    await this.saveTemplates();
    const { questionnaire } = (await this.door.ask(ask.VERSION, {}, null)) as {
      questionnaire: { version: string };
    };
    let example = '';
    for (let done = 0; done < count; done += 1) {
      const invented = inventCase(this.dice);
      const sent = await this.send(questionnaire.version, invented);
      await this.follow(invented, sent);
      const hasReplies = invented.acts.some(({ act }) => act.kind === 'reply');
      if (sent.code && hasReplies && invented.daysAgo < LATELY) example = sent.code;
      told(done + 1);
    }
    clock.set(clock.present);
    return example;
  }

  private async saveTemplates(): Promise<void> {
    for (const [sort, { name, text }] of TEMPLATES.entries()) {
      const input = { id: randomUUID(), name, sort, texts: [{ locale: 'en', text }] };
      await this.stage.colleagues[0].client.ask(ask.SAVE_TEMPLATE, { input }, 'TemplateSaved');
    }
  }

  private async send(version: string, invented: InventedCase): Promise<Sent> {
    const { clock } = this.stage;
    const { report, furtherWords, messaging, daysAgo } = invented;
    clock.set(new Date(clock.present.getTime() - daysAgo * DAY - this.dice.between(0, DAY / 2)));
    const today = clock.now().toISOString().slice(0, 10);
    const offer = messaging ? await this.door.ask(ask.OPT_IN, {}, 'MessagingOffer') : null;
    const input = {
      idempotencyKey: randomUUID(),
      questionnaireVersion: version,
      locale: report.locale,
      answers: [
        { question: 'what-happened', text: report.words },
        { question: 'kinds', choices: report.kinds },
        { question: 'when', month: addDays(today, -20).slice(0, 7) },
        { question: 'where', choices: [report.where] },
        { question: 'who', choices: report.who },
        ...(furtherWords ? [{ question: 'anything-else', text: furtherWords }] : []),
      ],
      ...(offer && { enrolment: offer['enrolment'] }),
    };
    await this.door.ask(ask.SUBMIT, { input }, 'ReportSubmitted');
    return { caseId: await this.newCase(today), code: offer ? String(offer['code']) : null };
  }

  /** Ids are random, so the one that was sent just now is the one of these days that was not there before. */
  private async newCase(today: string): Promise<string> {
    const [{ client }] = this.stage.colleagues;
    const days = { from: addDays(today, -1), to: addDays(today, 1) };
    const { cases } = (await client.ask(ask.CASES_OF, days, null)) as {
      cases: { edges: { node: { id: string } }[] };
    };
    const found = cases.edges.find(({ node }) => !this.known.has(node.id));
    if (!found) throw new RangeError('The report that was sent just now cannot be found');
    this.known.add(found.node.id);
    return found.node.id;
  }

  private async follow({ acts }: InventedCase, { caseId, code }: Sent): Promise<void> {
    const { clock, colleagues } = this.stage;
    let time = clock.now().getTime();
    for (const { after, act } of acts) {
      time = Math.min(time + after * DAY + this.dice.between(60_000, 3_600_000), clock.present.getTime());
      clock.set(new Date(time));
      if (act.kind === 'answer') await this.answer(act.text, code ?? '');
      else await this.work(caseId, act);
    }
    const last = acts.at(-1)?.act.kind;
    if (last === undefined || last === 'answer') return;
    for (const { client } of colleagues) await client.ask(ask.OPENED, { id: caseId }, null);
  }

  /** The session begins in the present, and so it counts on every earlier day as well. */
  private async answer(text: string, code: string): Promise<void> {
    const { clock, publicUrl } = this.stage;
    const day = clock.now();
    clock.set(clock.present);
    const session = await this.door.ask(ask.LOG_IN, { code }, 'ReporterSession');
    clock.set(day);
    const reporter = new DoorClient(publicUrl, String(session['token']));
    await reporter.ask(ask.SEND, { input: { idempotencyKey: randomUUID(), text } }, 'MessageSent');
  }

  private async work(caseId: string, act: Exclude<InventedAct, { kind: 'answer' }>): Promise<void> {
    const { id, client } = this.stage.colleagues[act.by];
    const key = { caseId, idempotencyKey: randomUUID() };
    switch (act.kind) {
      case 'assign':
        await client.ask(ask.ASSIGN, { input: { ...key, caseworkerId: id } }, 'CaseAssigned');
        return;
      case 'label':
        await client.ask(ask.LABEL, { input: { caseId, add: [act.label] } }, 'CaseLabelsSet');
        return;
      case 'note':
        await client.ask(ask.NOTE, { input: { ...key, text: act.text } }, 'CaseNoteAdded');
        return;
      case 'reply':
        await client.ask(ask.REPLY, { input: { ...key, text: act.text } }, 'ReplySent');
        return;
      case 'move': {
        const { to, reason } = act;
        await client.ask(ask.MOVE, { input: { ...key, to, reason } }, 'CaseStatusChanged');
      }
    }
  }
}
