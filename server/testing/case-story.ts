import { randomUUID } from 'node:crypto';
import { ASSIGN, CHANGE_STATUS, RECORD } from './casework-operations.ts';
import type { GraphQLClient, Outcome } from './graphql-client.ts';
import { ME } from './operations.ts';
import type { TestServer } from './test-server.ts';

/** A case as `RECORD` asks for it. */
export interface CaseRecord {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly assignee: { id: string; name: string } | null;
  readonly replyDueBy: string | null;
  readonly replyTurn: string | null;
  readonly isReplyPaused: boolean;
  readonly canReply: boolean;
  readonly reopensUntil: string | null;
  readonly labels: { id: string; text: string }[];
  readonly category: string[];
  readonly messages: { seq: number; author: string; text: string }[];
  readonly notes: { id: string; author: { name: string }; text: string; writtenAt: string }[];
  readonly drafts: { kind: string; text: string }[];
  readonly assignableTo: { id: string; name: string }[];
  readonly history: Record<string, unknown>[];
}

/** Two caseworkers who hold a key to one case, and its reporter. */
export class CaseStory {
  private constructor(
    /** Morgan Ellis, administrator as well. */
    readonly morgan: GraphQLClient,
    /** Noor Haddad. */
    readonly noor: GraphQLClient,
    readonly caseId: string,
    readonly code: string,
  ) {}

  /** Sends a report with messaging to two caseworkers. */
  static async begin(lab: TestServer, words = 'words of the report'): Promise<CaseStory> {
    const morgan = await lab.seed.firstAdministrator();
    const noor = await lab.seed.colleague();
    const { code } = await lab.seed.report(words);
    const [caseId = ''] = await lab.seed.caseIds(morgan);
    return new CaseStory(morgan, noor, caseId, code);
  }

  /** The case as somebody sees it. */
  async record(by: GraphQLClient = this.morgan, caseId: string = this.caseId): Promise<CaseRecord> {
    const { case: found } = await by.data<{ case: CaseRecord }>(RECORD, { id: caseId });
    return found;
  }

  /** Moves the case on. */
  async move(to: string, reason?: string, by: GraphQLClient = this.morgan): Promise<Outcome> {
    return by.outcome(CHANGE_STATUS, { input: { caseId: this.caseId, to, reason } });
  }

  /** Gives the case to somebody; null: nobody. */
  async assign(caseworkerId: string | null, by: GraphQLClient = this.morgan): Promise<Outcome> {
    return by.outcome(ASSIGN, { input: { caseId: this.caseId, caseworkerId } });
  }
}

/** The id of whoever is signed in. */
export async function idOf(client: GraphQLClient): Promise<string> {
  const { me } = await client.data<{ me: { id: string } }>(ME);
  return me.id;
}

/** Input that carries a new idempotency key. */
export function keyed(input: Record<string, unknown>): { input: Record<string, unknown> } {
  return { input: { idempotencyKey: randomUUID(), ...input } };
}
