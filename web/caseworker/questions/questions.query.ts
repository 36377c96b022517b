import { graphql, type ResultOf, type VariablesOf } from '../../shared/graphql.ts';

/** One question with everything that can be changed about it. */
const QuestionSourceParts = graphql(`
  fragment QuestionSourceParts on QuestionSource @_unmask {
    id
    kind
    text {
      locale
      text
    }
    hint {
      locale
      text
    }
    choices {
      id
      isExclusive
      text {
        locale
        text
      }
    }
    isNeeded
    maxLength
    shownWhen {
      question
      anyOf
    }
    isCountable
    isCategory
  }
`);

const DraftParts = graphql(
  `
    fragment DraftParts on QuestionnaireDraft @_unmask {
      revision
      isChanged
      savedBy
      savedOn
      questions {
        ...QuestionSourceParts
      }
      faults {
        question
        message
      }
      namingRisks {
        question
        choice
        locale
        reason
      }
    }
  `,
  [QuestionSourceParts],
);

/** The draft, and the languages it is written in. Never from the cache: ids stay the same from version to version. */
export const QuestionsPageQuery = graphql(
  `
    query QuestionsPage {
      questionnaireDraft {
        ...DraftParts
      }
      organisation {
        locales
      }
    }
  `,
  [DraftParts],
);

/** What an earlier version asks, to begin again from. */
export const VersionSourceQuery = graphql(
  `
    query VersionSource($id: ID!) {
      questionnaireVersion(id: $id) {
        number
        questions {
          ...QuestionSourceParts
        }
      }
    }
  `,
  [QuestionSourceParts],
);

/** Saves the draft as a whole. */
export const SaveDraftMutation = graphql(
  `
    mutation SaveQuestionnaireDraft($input: SaveQuestionnaireDraftInput!) {
      saveQuestionnaireDraft(input: $input) {
        __typename
        ... on QuestionnaireDraftSaved {
          draft {
            ...DraftParts
          }
        }
        ... on InvalidQuestionnaireDraft {
          refusal: message
          faults {
            message
          }
        }
      }
    }
  `,
  [DraftParts],
);

/** Makes the draft what is asked. */
export const PublishMutation = graphql(`
  mutation PublishQuestionnaire($revision: ID!) {
    publishQuestionnaire(revision: $revision) {
      __typename
      ... on QuestionnairePublished {
        version {
          number
        }
      }
      ... on QuestionnaireNotReady {
        refusal: message
      }
    }
  }
`);

/** The draft as the service has it. */
export type Draft = ResultOf<typeof DraftParts>;

/** One question as the service has it. */
export type QuestionSource = ResultOf<typeof QuestionSourceParts>;

/** One question as it is sent. */
export type QuestionSourceInput = VariablesOf<typeof SaveDraftMutation>['input']['questions'][number];
