import DataLoader from 'dataloader';
import type { MessageService } from '../messaging/message.service.ts';
import type { CaseBodyService, SealedCase } from '../reports/case-body.service.ts';
import type { StaffService } from '../staff/staff.service.ts';
import type { Caseworker } from '../staff/staff.type.ts';

/** Rows of one conversation, still sealed. */
type SealedMessages = Awaited<ReturnType<MessageService['sealedOf']>>;

/** What a request reads of many cases at once, each kind with one statement. Lives as long as the request. */
export class CaseLoaders {
  readonly bodies: DataLoader<string, SealedCase | null>;
  readonly messages: DataLoader<string, SealedMessages>;
  readonly caseworkers: DataLoader<string, Caseworker | null>;

  constructor(bodies: CaseBodyService, messages: MessageService, staff: StaffService) {
    this.bodies = new DataLoader(async (ids) => {
      const found = new Map((await bodies.sealed(ids)).map((sealed) => [sealed.id, sealed]));
      return ids.map((id) => found.get(id) ?? null);
    });
    this.messages = new DataLoader(async (ids) => {
      const rows = await messages.sealedOf(ids);
      return ids.map((id) => rows.filter((row) => row.conversationId === id));
    });
    this.caseworkers = new DataLoader(async (ids) => {
      const found = new Map((await staff.byIds(ids)).map((person) => [person.id, person]));
      return ids.map((id) => found.get(id) ?? null);
    });
  }
}
