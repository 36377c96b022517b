import { graphql } from '../../shared/graphql.ts';
import { CaseAnswers_case } from './CaseAnswers.tsx';
import { CaseContactDetails_case } from './CaseContactDetails.tsx';
import { Conversation_case } from './Conversation.tsx';
import { Deletion_case } from './deletion/deletion.fragment.ts';
import { CaseHolders_case } from './holders/case-holders.fragment.ts';
import { CaseHistory_case } from './record/CaseHistory.tsx';
import { CaseNotes_case } from './record/CaseNotes.tsx';
import { CaseFacts_case } from './work/CaseFacts.tsx';
import { WorkPanel_case } from './work/WorkPanel.tsx';
import { WritingBox_case } from './writing/WritingBox.tsx';

/** One case, whole. Null where it does not exist or is not this caseworker's to open. */
export const CasePageQuery = graphql(
  `
    query CasePage($id: ID!) {
      case(id: $id) {
        id
        number
        status
        hasUnread
        messages {
          seq
        }
        ...CaseFacts_case
        ...WorkPanel_case
        ...CaseAnswers_case
        ...CaseContactDetails_case
        ...Conversation_case
        ...CaseNotes_case
        ...CaseHolders_case
        ...CaseHistory_case
        ...Deletion_case
        ...WritingBox_case
      }
    }
  `,
  [
    CaseFacts_case,
    WorkPanel_case,
    CaseAnswers_case,
    CaseContactDetails_case,
    Conversation_case,
    CaseNotes_case,
    CaseHolders_case,
    CaseHistory_case,
    Deletion_case,
    WritingBox_case,
  ],
);
