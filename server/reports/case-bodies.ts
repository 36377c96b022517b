import type { CaseKeys } from '../crypto/case-keys.ts';
import type { StoredAnswer } from '../questionnaire/questionnaire.service.ts';
import type { StoredContactDetails } from './contact-details.ts';
import type { StoredKeptOut } from './readers.service.ts';

/** Seals the answers of a report. */
export function sealAnswers(answers: readonly StoredAnswer[], caseKeys: CaseKeys, caseId: string): Buffer {
  return caseKeys.seal(JSON.stringify(answers), place(caseId, 'sealed_answers'));
}

/** Opens the answers of a report. @throws {SealBroken} another key, another row, or changed bytes. */
export function openAnswers(blob: Buffer, caseKeys: CaseKeys, caseId: string): StoredAnswer[] {
  return JSON.parse(caseKeys.open(blob, place(caseId, 'sealed_answers')));
}

/** Seals who reports. */
export function sealContactDetails(
  details: StoredContactDetails,
  caseKeys: CaseKeys,
  caseId: string,
): Buffer {
  return caseKeys.seal(JSON.stringify(details), place(caseId, 'sealed_contact_details'));
}

/** Opens who reports. @throws {SealBroken} another key, another row, or changed bytes. */
export function openContactDetails(blob: Buffer, caseKeys: CaseKeys, caseId: string): StoredContactDetails {
  return JSON.parse(caseKeys.open(blob, place(caseId, 'sealed_contact_details')));
}

/** Seals whom a reporter keeps out. */
export function sealKeptOut(chosen: readonly StoredKeptOut[], caseKeys: CaseKeys, caseId: string): Buffer {
  return caseKeys.seal(JSON.stringify(chosen), place(caseId, 'sealed_kept_out'));
}

/** Opens whom a reporter keeps out. @throws {SealBroken} another key, another row, or changed bytes. */
export function openKeptOut(blob: Buffer, caseKeys: CaseKeys, caseId: string): StoredKeptOut[] {
  return JSON.parse(caseKeys.open(blob, place(caseId, 'sealed_kept_out')));
}

function place(row: string, column: string) {
  return { table: 'case_file', row, column };
}
