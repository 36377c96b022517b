import type { DataSource } from 'typeorm';
import type { Reporter } from '../viewer.ts';
import { parseAccessCode } from './access-code.ts';
import type { ConversationService } from './conversation.service.ts';
import type { ReporterSessionService } from './reporter-session.service.ts';

/** What came of a typed code. */
export type LogIn =
  | { kind: 'mistyped' }
  | { kind: 'unknown' }
  | { kind: 'open'; token: string; reporter: Reporter };

/** Lets reporters in with their code. */
export class LogInService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly conversations: ConversationService,
    private readonly sessions: ReporterSessionService,
  ) {}

  /** Whether the typed code can be one at all; costs nothing. */
  isMistyped(typed: string): boolean {
    return parseAccessCode(typed) === null;
  }

  /**
   * Opens a session with a code, as it was typed.
   *
   * @param lane whose place in the Argon2 queue this takes.
   * @throws {Argon2QueueFull} the code was not checked; callers answer `ServiceBusy`.
   */
  async withCode(typed: string, lane: string): Promise<LogIn> {
    const code = parseAccessCode(typed);
    if (!code) return { kind: 'mistyped' };
    const conversation = await this.conversations.openWithCode(this.dataSource.manager, code, lane);
    if (!conversation) return { kind: 'unknown' };
    const opened = await this.sessions.open(this.dataSource.manager, conversation);
    return opened ? { kind: 'open', ...opened } : { kind: 'unknown' };
  }
}
