const DRAFT = `revision isChanged savedBy savedOn
  faults { question choice reason message } namingRisks { question choice locale reason }
  questions { id kind text { locale text } hint { locale text } choices { id isExclusive text { locale text } }
    isNeeded maxLength shownWhen { question anyOf } isCountable isCategory }`;

export const QUESTIONNAIRE_DRAFT = `query { questionnaireDraft { ${DRAFT} } }`;

export const SAVE_QUESTIONNAIRE = `mutation($input: SaveQuestionnaireDraftInput!) { saveQuestionnaireDraft(input: $input) {
  __typename ... on QuestionnaireDraftSaved { draft { ${DRAFT} } }
  ... on InvalidQuestionnaireDraft { faults { reason } } ... on Problem { message } } }`;

export const PUBLISH_QUESTIONNAIRE = `mutation($revision: ID!) { publishQuestionnaire(revision: $revision) {
  __typename ... on QuestionnairePublished { version { id number publishedOn publishedBy isCurrent } }
  ... on QuestionnaireNotReady { faults { question reason message } } ... on Problem { message } } }`;

export const QUESTIONNAIRE_VERSIONS = 'query { questionnaireVersions { id number publishedBy isCurrent } }';

export const QUESTIONNAIRE_VERSION = `query($id: ID!) { questionnaireVersion(id: $id) {
  id number questions { id text { locale text } } } }`;

export const ASKED_DRAFT = `query($locale: String!) { questionnaireDraft { asked(locale: $locale) { id locale text } } }`;

export const ASKED_VERSION = `query($id: ID!, $locale: String!) { questionnaireVersion(id: $id) {
  asked(locale: $locale) { id locale text } } }`;
