/** What caseworkers do, as outside clients write it. */
const CASE_STATE =
  'id number status assignee { id name } replyDueBy replyTurn isReplyPaused canReply reopensUntil labels { id text }';

/** A case with all that staff wrote and did. */
export const RECORD = `query($id: ID!) { case(id: $id) { ${CASE_STATE} locale category hasUnread
  messages { seq author text } notes { id author { name } text writtenAt } drafts { kind text }
  assignableTo { id name }
  history { kind by { name } at fromStatus toStatus assignee { name } reason messageSeq label { id text } } } }`;

export const ADD_NOTE = `mutation($input: AddCaseNoteInput!) { addCaseNote(input: $input) {
  __typename ... on CaseNoteAdded { note { id author { name } text writtenAt } } ... on Problem { message } } }`;

export const ASSIGN = `mutation($input: AssignCaseInput!) { assignCase(input: $input) {
  __typename ... on CaseAssigned { case { ${CASE_STATE} } } ... on Problem { message } } }`;

export const HAND_OVER = `mutation($input: HandOverCaseInput!) { handOverCase(input: $input) {
  __typename ... on CaseHandedOver { case { ${CASE_STATE} } note { id author { name } text } }
  ... on Problem { message } } }`;

export const CHANGE_STATUS = `mutation($input: ChangeCaseStatusInput!) { changeCaseStatus(input: $input) {
  __typename ... on CaseStatusChanged { case { ${CASE_STATE} } } ... on Problem { message } } }`;

export const SET_LABELS = `mutation($input: SetCaseLabelsInput!) { setCaseLabels(input: $input) {
  __typename ... on CaseLabelsSet { case { ${CASE_STATE} } } ... on Problem { message } } }`;

export const LABELS = 'query { caseLabels { id text } }';

export const SAVE_DRAFT = `mutation($input: SaveDraftInput!) { saveDraft(input: $input) {
  __typename ... on DraftSaved { kind } ... on Problem { message } } }`;

export const REPLY_AFTER = `mutation($input: ReplyToReporterInput!) { replyToReporter(input: $input) {
  __typename ... on ReplySent { sent: message { seq author text sentOn } }
  ... on ConversationMovedOn { newMessages } ... on Problem { message } } }`;

export const VIEWS = 'query { caseViews { view count } }';

export const COLLEAGUES = 'query { colleagues { id name email roles } }';

export const ON_CASE = 'subscription($caseId: ID!) { colleaguesOnCase(caseId: $caseId) { id name } }';

export const TEMPLATES = 'query { templates { id name sort texts { locale text } } }';

export const SAVE_TEMPLATE = `mutation($input: SaveTemplateInput!) { saveTemplate(input: $input) {
  __typename ... on TemplateSaved { template { id name sort version texts { locale text } } } ... on Problem { message } } }`;

export const DELETE_TEMPLATE = 'mutation($id: ID!) { deleteTemplate(id: $id) }';

export const SEARCH = `query($text: String!, $first: Int! = 25, $after: String) {
  searchCases(text: $text, first: $first, after: $after) {
    scanned total endCursor hits { foundIn case { id number } } } }`;

export const EXPORT = `mutation($id: ID!, $purpose: ExportPurpose! = INVESTIGATION) {
  exportCase(id: $id, purpose: $purpose) { fileName json } }`;

export const EXPORT_WITH_NOTES = `mutation($id: ID!, $purpose: ExportPurpose! = INVESTIGATION) {
  exportCaseWithNotes(id: $id, purpose: $purpose) { fileName json } }`;

export const SERVICE_HOURS = `query { serviceHours { timeZone periods { weekday from to } closureDays targetWorkingDays } }`;

export const CHANGE_HOURS = `mutation($input: ChangeServiceHoursInput!) { changeServiceHours(input: $input) {
  __typename ... on ServiceHoursChanged { movedDeadlines serviceHours { timeZone periods { weekday from to }
    closureDays targetWorkingDays } } ... on Problem { message } } }`;

export const MY_SETTINGS = 'query { mySettings { singleKeys } }';

export const USE_SINGLE_KEYS = 'mutation($on: Boolean!) { useSingleKeys(on: $on) { singleKeys } }';

export const GRANT = `mutation($input: GrantCaseInput!) { grantCase(input: $input) {
  __typename ... on CaseGranted { case { id } } ... on Problem { message } } }`;

export const GRANT_MANY = `mutation($input: GrantCasesInput!) { grantCases(input: $input) {
  __typename ... on CasesGranted { granted left notGrantedCount notGranted { reason case { id } } } ... on Problem { message } } }`;

export const GRANTABLE = 'query { grantableColleagues { colleague { id name } open all } }';

export const KEEP_OUT = `mutation($input: KeepOutOfCaseInput!) { keepOutOfCase(input: $input) {
  __typename ... on KeptOutOfCase { caseId case { id } } ... on Problem { message } } }`;

export const HOLDERS = `query($id: ID!) { case(id: $id) { id assignableTo { id } keptOut { id name } keptOutByReporter
  history { kind assignee { name } } } }`;

export const SAVE_KEPT_OUT = `mutation($input: SaveKeptOutLabelInput!) { saveKeptOutLabel(input: $input) {
  __typename ... on KeptOutLabelSaved { label { id version texts { locale text } caseworkers { name } } } ... on Problem { message } } }`;

export const KEPT_OUT_LABELS = 'query { keptOutLabels { id sort texts { locale text } caseworkers { id } } }';

export const KEPT_OUT_CHOICES = 'query { organisation { keptOutChoices { id text locale } } }';

export const WOULD_READ = 'query($keptOut: [ID!]!) { somebodyWouldRead(keptOut: $keptOut) }';
