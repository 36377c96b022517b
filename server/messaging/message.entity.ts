import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day } from '../shared/day.ts';
import type { MessageAuthor } from './message.type.ts';

/** Table `message`: messages of both sides. `(conversation_id, seq)` is unique and without gaps. */
@Entity({ name: 'message' })
export class MessageEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', name: 'conversation_id' })
  conversationId!: string;

  /** From 1, in the order of commits. */
  @Column({ type: 'integer' })
  seq!: number;

  @Column({ type: 'text' })
  author!: MessageAuthor;

  /** Which caseworker replied; null for the reporter. Never shown to the reporter. */
  @Column({ type: 'uuid', name: 'caseworker_id', nullable: true })
  caseworkerId!: string | null;

  /** The text under the case key. */
  @Column({ type: 'bytea', name: 'sealed_text' })
  sealedText!: Buffer;

  @Column({ type: 'date', name: 'sent_on' })
  sentOn!: Day;
}
