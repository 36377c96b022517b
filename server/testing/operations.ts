/** Operations as outside clients write them. */
export const QUESTIONNAIRE = 'query { questionnaire { version questions { id } } }';

export const OPT_IN = `mutation { optIntoMessaging {
  __typename ... on MessagingOffer { code enrolment expiresAt } ... on ServiceBusy { message retryAfterSeconds } } }`;

export const SUBMIT = `mutation($input: SubmitReportInput!) { submitReport(input: $input) {
  __typename
  ... on ReportSubmitted { submittedOn messaging replyExpectedBy }
  ... on InvalidReport { message faults { question message } }
  ... on Problem { message }
} }`;

export const LOG_IN = `mutation($code: String!) { loginWithCode(code: $code) {
  __typename
  ... on ReporterSession { token idleMinutes endsAt report { submittedOn status canSend replyExpectedBy
    answers { question questionText text choices month } messages { seq author text sentOn } } }
  ... on Problem { message }
} }`;

export const MY_REPORT = `query { myReport { submittedOn status canSend replyExpectedBy
  answers { question questionText text choices month } messages { seq author text sentOn } } }`;

export const SEND = `mutation($input: SendMessageInput!) { sendMessage(input: $input) {
  __typename ... on MessageSent { sent: message { seq author text sentOn } replyExpectedBy } ... on Problem { message } } }`;

export const LOG_OUT = 'mutation { logOut }';

export const REPLIED = `subscription($afterSeq: Int! = 0) {
  caseworkerReplied(afterSeq: $afterSeq) { seq author text sentOn } }`;

export const ACCEPT = `mutation($input: AcceptInvitationInput!) { acceptInvitation(input: $input) {
  __typename ... on Welcome { caseworker { id name email roles } recoveryKey } ... on Problem { message } } }`;

export const SIGN_IN = `mutation($input: SignInInput!) { signIn(input: $input) {
  __typename ... on StaffSession { caseworker { id name } endsAt } ... on Problem { message } } }`;

export const ME = 'query { me { id name email roles } }';

export const CASES = `query($first: Int! = 25, $after: String, $filter: CaseFilter, $orderBy: CaseOrder! = REPLY_DUE) {
  cases(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { cursor node { id number receivedOn status messaging replyDueBy isOverdue hasUnread assignee { name } } } } }`;

export const CASE = `query($id: ID!) { case(id: $id) { id number status messaging hasUnread replyDueBy
  answers { question questionText text choices month } contactDetails { name email phone }
  messages { seq author text sentOn } } }`;

export const REPLY = `mutation($input: ReplyToReporterInput!) { replyToReporter(input: $input) {
  __typename ... on ReplySent { sent: message { seq author text sentOn } } ... on Problem { message } } }`;

/** A page of cases with all that they hold. */
export const WHOLE_CASES = `query($first: Int! = 25, $filter: CaseFilter) { cases(first: $first, filter: $filter) {
  edges { node { id number messaging hasUnread assignee { name } contactDetails { name email phone }
    answers { question questionText text choices month } messages { seq author text sentOn } } } } }`;

export const MARK_READ = `mutation($caseId: ID!, $upToSeq: Int!) {
  markCaseRead(caseId: $caseId, upToSeq: $upToSeq) }`;

export const INBOX_CHANGED = 'subscription { inboxChanged { caseId } }';

export const SIGN_OUT = 'mutation { signOut }';

export const ORGANISATION = `query($locale: String) { organisation(locale: $locale) { name locales locale responseTarget
  emergencyAdvice acceptsReports supportServices { name description phone url openingHours } } }`;

export const QUESTIONS = `query($locale: String) { questionnaire(locale: $locale) { version locale
  questions { id kind locale text hint isNeeded maxLength choices { id text isExclusive } shownWhen { question anyOf } } } }`;
