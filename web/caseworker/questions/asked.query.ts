import { graphql, type ResultOf } from '../../shared/graphql.ts';

/** A question as a reporter gets it. */
const AskedParts = graphql(`
  fragment AskedParts on Question @_unmask {
    id
    kind
    locale
    text
    hint
    isNeeded
    maxLength
    choices {
      id
      text
      isExclusive
    }
    shownWhen {
      question
      anyOf
    }
  }
`);

/** The draft as reporters would be asked it. */
export const PreviewQuery = graphql(
  `
    query QuestionsPreview($locale: String!) {
      questionnaireDraft {
        asked(locale: $locale) {
          ...AskedParts
        }
      }
      organisation {
        locales
      }
    }
  `,
  [AskedParts],
);

/** Every version there was. */
export const VersionsQuery = graphql(`
  query QuestionnaireVersions {
    questionnaireVersions {
      id
      number
      publishedOn
      publishedBy
      isCurrent
    }
  }
`);

/** One version as reporters were asked it. */
export const VersionQuery = graphql(
  `
    query QuestionnaireVersion($id: ID!, $locale: String!) {
      questionnaireVersion(id: $id) {
        id
        number
        publishedOn
        publishedBy
        isCurrent
        asked(locale: $locale) {
          ...AskedParts
        }
      }
      organisation {
        locales
      }
    }
  `,
  [AskedParts],
);

/** A question as a reporter gets it. */
export type AskedQuestion = ResultOf<typeof AskedParts>;
