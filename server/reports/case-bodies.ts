import type { CaseKeys } from '../crypto/case-keys.ts';
import type { StoredAnswer } from '../questionnaire/questionnaire.service.ts';
import type { StoredContactDetails } from './contact-details.ts';

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

function place(row: string, column: string) {
  return { table: 'case_file', row, column };
}
