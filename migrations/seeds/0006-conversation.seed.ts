import type { Seed } from './seed.ts';

/** A conversation with a session and one message of each side. */
export const seedConversation: Seed = async (runner) => {
  await runner.query(`
    INSERT INTO conversation (id, case_id, lookup_id, code_epoch, public_key, private_key_wrap, case_key_wrap, last_seq, last_reply_seq, last_reporter_seq)
    VALUES ('44444444-4444-4444-8444-444444444444', '33333333-3333-4333-8333-333333333333', '\\x0c', 1, '\\x0d', '\\x0e', '\\x0f', 2, 1, 2)
  `);
  await runner.query(`
    INSERT INTO reporter_session (token_hash, conversation_id, private_key_wrap, idle_until, ends_at)
    VALUES ('\\x10', '44444444-4444-4444-8444-444444444444', '\\x11', '2026-02-02T00:15Z', '2026-02-02T02:00Z')
  `);
  await runner.query(`
    INSERT INTO message (id, conversation_id, seq, author, caseworker_id, sealed_text, sent_on)
    VALUES ('55555555-5555-4555-8555-555555555555', '44444444-4444-4444-8444-444444444444', 1, 'CASEWORKER', '11111111-1111-4111-8111-111111111111', '\\x12', '2026-02-03'),
           ('55555555-5555-4555-8555-555555555556', '44444444-4444-4444-8444-444444444444', 2, 'REPORTER', NULL, '\\x13', '2026-02-04')
  `);
};
