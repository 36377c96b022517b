import type { CaseKeys } from '../crypto/case-keys.ts';
import type { MessageService } from '../messaging/message.service.ts';
import type { CaseBodyService } from '../reports/case-body.service.ts';
import type { CaseNoteService } from './case-note.service.ts';
import { SearchPlace } from './case-search.type.ts';
import type { SearchBatch, SearchRow } from './search-batches.ts';
import { folded } from './search-words.ts';

/** A stretch of text, folded, and where it stands. */
export interface PlacedText {
  readonly place: SearchPlace;
  readonly text: string;
}

/** Everything that is written in a case, opened for a search. */
export class CaseTexts {
  constructor(
    private readonly bodies: CaseBodyService,
    private readonly messages: MessageService,
    private readonly notes: CaseNoteService,
  ) {}

  /** All texts of a case, folded. @throws {SealBroken} another key, or bytes that were changed. */
  async of(row: SearchRow, batch: SearchBatch, caseKeys: CaseKeys): Promise<PlacedText[]> {
    const sealed = {
      id: row.id,
      questionnaireVersionId: row.questionnaire_version_id,
      sealedAnswers: row.sealed_answers,
      sealedContactDetails: row.sealed_contact_details,
    };
    // Staff say the number to each other, with or without its hyphen.
    const texts = [placed(SearchPlace.NUMBER, `${row.number} ${row.number.replace('-', '')}`)];
    for (const { text, choices } of await this.bodies.answers(sealed, caseKeys)) {
      texts.push(placed(SearchPlace.ANSWERS, text ?? choices?.join('\n') ?? ''));
    }
    const details = this.bodies.contactDetails(sealed, caseKeys);
    if (details) {
      const { name, email, phone } = details;
      texts.push(placed(SearchPlace.CONTACT_DETAILS, [name, email, phone].join('\n')));
    }
    for (const message of batch.messages.get(row.conversation_id ?? '') ?? []) {
      texts.push(placed(SearchPlace.MESSAGES, this.messages.text(message, caseKeys)));
    }
    for (const note of batch.notes.get(row.id) ?? []) {
      texts.push(placed(SearchPlace.NOTES, this.notes.open(note, caseKeys)));
    }
    return texts;
  }
}

function placed(place: SearchPlace, text: string): PlacedText {
  return { place, text: folded(text) };
}
