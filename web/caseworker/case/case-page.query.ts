import { graphql } from '../../shared/graphql.ts';
import { CaseAnswers_case } from './CaseAnswers.tsx';
import { CaseContactDetails_case } from './CaseContactDetails.tsx';
import { CaseFacts_case } from './CaseFacts.tsx';
import { Conversation_case } from './Conversation.tsx';
import { ReplyBox_case } from './reply/ReplyBox.tsx';

/** One case, whole. Null where it does not exist or is not this caseworker's to open. */
export const CasePageQuery = graphql(
  `
    query CasePage($id: ID!) {
      case(id: $id) {
        id
        number
        hasUnread
        messages {
          seq
        }
        ...CaseFacts_case
        ...CaseAnswers_case
        ...CaseContactDetails_case
        ...Conversation_case
        ...ReplyBox_case
      }
    }
  `,
  [CaseFacts_case, CaseAnswers_case, CaseContactDetails_case, Conversation_case, ReplyBox_case],
);
