import { useMutation } from '@apollo/client/react';
import { graphql } from '../../../shared/graphql.ts';
import { useWriting, type Writing } from './use-writing.ts';

const AddCaseNote = graphql(`
  mutation AddCaseNote($input: AddCaseNoteInput!) {
    addCaseNote(input: $input) {
      __typename
      ... on InvalidMessage {
        refusal: message
      }
      ... on ServiceBusy {
        isFault
      }
    }
  }
`);

/** The note that is being written on one case. */
export function useNote(caseId: string): Writing {
  const [addNote] = useMutation(AddCaseNote);

  return useWriting({ caseId, kind: 'NOTE' }, async ({ text, idempotencyKey }) => {
    const { data } = await addNote({ variables: { input: { caseId, idempotencyKey, text } } });
    return data?.addCaseNote ?? null;
  });
}
