import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StaffRole } from './staff-role.type.ts';

/** Table `caseworker`: members of staff, whatever their roles. */
@Entity({ name: 'caseworker' })
export class CaseworkerEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  /** As it was typed. */
  @Column({ type: 'text' })
  email!: string;

  /** What the address is found by: NFKC, lower case; unique. */
  @Column({ type: 'text', name: 'email_key' })
  emailKey!: string;

  @Column({ type: 'text', array: true })
  roles!: StaffRole[];

  @Column({ type: 'boolean', name: 'is_active' })
  isActive!: boolean;

  /** True for good once somebody was removed: their name stays with what they wrote, everything else is gone. */
  @Column({ type: 'boolean', name: 'is_removed', default: false })
  isRemoved!: boolean;

  @Column({ type: 'bytea', name: 'password_salt' })
  passwordSalt!: Buffer;

  /** 32 bytes derived from the password; proves it and opens nothing. */
  @Column({ type: 'bytea', name: 'password_verifier' })
  passwordVerifier!: Buffer;

  /** X25519, 32 bytes. */
  @Column({ type: 'bytea', name: 'public_key' })
  publicKey!: Buffer;

  /** The private key, wrapped under the password. */
  @Column({ type: 'bytea', name: 'password_wrap' })
  passwordWrap!: Buffer;

  /** The private key, wrapped under the printed recovery key. */
  @Column({ type: 'bytea', name: 'recovery_wrap' })
  recoveryWrap!: Buffer;

  /** What the authenticator shares with us, sealed under the master secret; null without a second factor. */
  @Column({ type: 'bytea', name: 'totp_secret', nullable: true })
  totpSecret!: Buffer | null;
}
