import { openText, sealText } from '../crypto/sealing.ts';
import type { StoredAnswer } from '../questionnaire/questionnaire.service.ts';
import type { StoredContactDetails } from './contact-details.ts';

/** Seals the answers of a report. */
export function sealAnswers(answers: readonly StoredAnswer[], caseKey: Buffer, caseId: string): Buffer {
  return sealText(JSON.stringify(answers), caseKey, place(caseId, 'sealed_answers'));
}

/** Opens the answers of a report. @throws {SealBroken} another key, another row, or changed bytes. */
export function openAnswers(blob: Buffer, caseKey: Buffer, caseId: string): StoredAnswer[] {
  return JSON.parse(openText(blob, caseKey, place(caseId, 'sealed_answers')));
}

/** Seals who reports. */
export function sealContactDetails(details: StoredContactDetails, caseKey: Buffer, caseId: string): Buffer {
  return sealText(JSON.stringify(details), caseKey, place(caseId, 'sealed_contact_details'));
}

/** Opens who reports. @throws {SealBroken} another key, another row, or changed bytes. */
export function openContactDetails(blob: Buffer, caseKey: Buffer, caseId: string): StoredContactDetails {
  return JSON.parse(openText(blob, caseKey, place(caseId, 'sealed_contact_details')));
}

function place(row: string, column: string) {
  return { table: 'case_file', row, column };
}
