import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Table `conversation`: what one access code opens. Read rows only through the services of this room. */
@Entity({ name: 'conversation' })
export class ConversationEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', name: 'case_id' })
  caseId!: string;

  /** 32 bytes, derived from the code with Argon2id; unique. */
  @Column({ type: 'bytea', name: 'lookup_id' })
  lookupId!: Buffer;

  /** Which pepper and salt the code was derived with. */
  @Column({ type: 'smallint', name: 'code_epoch' })
  codeEpoch!: number;

  /** X25519, 32 bytes. */
  @Column({ type: 'bytea', name: 'public_key' })
  publicKey!: Buffer;

  /** The X25519 private key, wrapped under the code key. */
  @Column({ type: 'bytea', name: 'private_key_wrap' })
  privateKeyWrap!: Buffer;

  /** The keys of the case in sealed boxes for `publicKey`, one behind the other. */
  @Column({ type: 'bytea', name: 'case_key_wrap' })
  caseKeyWrap!: Buffer;

  /** False for good once the conversation is closed: its code is no longer recognised. */
  @Column({ type: 'boolean', name: 'is_open' })
  isOpen!: boolean;

  /** Messages of both sides so far. */
  @Column({ type: 'integer', name: 'last_seq' })
  lastSeq!: number;

  /** `seq` of the last caseworker reply; 0 before the first. */
  @Column({ type: 'integer', name: 'last_reply_seq' })
  lastReplySeq!: number;

  /** `seq` of the reporter's last message; 0 before the first. */
  @Column({ type: 'integer', name: 'last_reporter_seq' })
  lastReporterSeq!: number;
}
