/** What the people of the demonstration ask of the doors. */
export const ACCEPT_INVITATION = `mutation($input: AcceptInvitationInput!) {
  acceptInvitation(input: $input) { __typename ... on Welcome { caseworker { id } } } }`;

export const NEED_NO_SECOND_FACTOR = 'mutation { needSecondFactor(isNeeded: false) { isNeeded } }';

export const VERSION = 'query { questionnaire { version } }';

export const OPT_IN = 'mutation { optIntoMessaging { __typename ... on MessagingOffer { code enrolment } } }';

export const SUBMIT = 'mutation($input: SubmitReportInput!) { submitReport(input: $input) { __typename } }';

export const LOG_IN = `mutation($code: String!) {
  loginWithCode(code: $code) { __typename ... on ReporterSession { token } } }`;

export const SEND = 'mutation($input: SendMessageInput!) { sendMessage(input: $input) { __typename } }';

export const CASES_OF = `query($from: Date!, $to: Date!) {
  cases(first: 100, filter: { receivedFrom: $from, receivedTo: $to }) { edges { node { id } } } }`;

export const ASSIGN = 'mutation($input: AssignCaseInput!) { assignCase(input: $input) { __typename } }';

export const LABEL = 'mutation($input: SetCaseLabelsInput!) { setCaseLabels(input: $input) { __typename } }';

export const NOTE = 'mutation($input: AddCaseNoteInput!) { addCaseNote(input: $input) { __typename } }';

export const REPLY =
  'mutation($input: ReplyToReporterInput!) { replyToReporter(input: $input) { __typename } }';

export const MOVE =
  'mutation($input: ChangeCaseStatusInput!) { changeCaseStatus(input: $input) { __typename } }';

export const OPENED = 'mutation($id: ID!) { markCaseRead(caseId: $id, upToSeq: 1000) }';

export const SAVE_TEMPLATE =
  'mutation($input: SaveTemplateInput!) { saveTemplate(input: $input) { __typename } }';
