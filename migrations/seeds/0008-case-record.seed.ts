import type { Seed } from './seed.ts';

/** A case with a note, an act, a draft and a label. */
export const seedCaseRecord: Seed = async (runner) => {
  const caseId = '33333333-3333-4333-8333-333333333333';
  const caseworker = '11111111-1111-4111-8111-111111111111';
  await runner.query(
    `INSERT INTO case_note (id, case_id, caseworker_id, sealed_text, written_at)
     VALUES ('66666666-6666-4666-8666-666666666666', $1, $2, '\\x16', '2026-02-03T10:00Z')`,
    [caseId, caseworker],
  );
  await runner.query(
    `INSERT INTO case_act (id, case_id, kind, caseworker_id, done_at, from_status, to_status, sealed_reason)
     VALUES ('77777777-7777-4777-8777-777777777777', $1, 'STATUS_CHANGED', $2, '2026-02-03T10:00Z', 'NEW', 'OPEN', '\\x17')`,
    [caseId, caseworker],
  );
  await runner.query(
    `INSERT INTO case_draft (case_id, caseworker_id, kind, sealed_text) VALUES ($1, $2, 'REPLY', '\\x18')`,
    [caseId, caseworker],
  );
  await runner.query(`INSERT INTO case_label (case_id, label_id) VALUES ($1, 'urgent')`, [caseId]);
};
