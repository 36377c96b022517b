/** Operations about accounts, as outside clients write them. */
export const NEED_SECOND_FACTOR =
  'mutation($isNeeded: Boolean!) { needSecondFactor(isNeeded: $isNeeded) { isNeeded chosen } }';

export const SECOND_FACTOR_POLICY = 'query { secondFactorPolicy { isNeeded chosen } }';

export const MY_SECOND_FACTOR = 'query { mySecondFactor { isOn isNeeded recoveryCodesLeft } }';

export const BEGIN_SECOND_FACTOR = `mutation { beginSecondFactor {
  __typename ... on SecondFactorBegun { secret uri } ... on Problem { message } } }`;

export const CONFIRM_SECOND_FACTOR = `mutation($code: String!) { confirmSecondFactor(code: $code) {
  __typename ... on SecondFactorOn { recoveryCodes } ... on Problem { message } } }`;

export const SWITCH_OFF_SECOND_FACTOR = `mutation($input: SwitchOffSecondFactorInput!) {
  switchOffSecondFactor(input: $input) {
    __typename ... on SecondFactorOff { secondFactor { isOn recoveryCodesLeft } } ... on Problem { message } } }`;

export const CHANGE_PASSWORD = `mutation($input: ChangePasswordInput!) { changePassword(input: $input) {
  __typename ... on PasswordChanged { isChanged } ... on Problem { message } } }`;

export const DRAW_RECOVERY_KEY = `mutation($password: String!) { drawRecoveryKey(password: $password) {
  __typename ... on RecoveryKeyDrawn { recoveryKey } ... on Problem { message } } }`;

export const RECOVER = `mutation($input: RecoverAccountInput!) { recoverAccount(input: $input) {
  __typename ... on AccountRecovered { recoveryKey } ... on Problem { message } } }`;

export const ACCEPT_RESET = `mutation($input: AcceptResetInput!) { acceptReset(input: $input) {
  __typename ... on Welcome { caseworker { name mustSetUpSecondFactor } recoveryKey } ... on Problem { message } } }`;

export const LINK_OFFER = 'query($token: String!) { linkOffer(token: $token) { email isReset } }';

export const ME_AND_SET_UP = 'query { me { name mustSetUpSecondFactor } }';

const PERSON = '{ id name email roles state hasSecondFactor teams }';

export const PEOPLE = `query { people ${PERSON} }`;

export const CHANGE_ROLES = `mutation($id: ID!, $roles: [StaffRole!]!, $losing: Int! = 0) {
  changeRoles(input: { id: $id, roles: $roles, losing: $losing }) {
  __typename ... on PersonChanged { person ${PERSON} warning } ... on CasesWouldBeLost { count } ... on Problem { message } } }`;

export const DISABLE = `mutation($id: ID!, $losing: Int! = 0) { disablePerson(id: $id, losing: $losing) {
  __typename ... on PersonChanged { person ${PERSON} warning } ... on CasesWouldBeLost { count } ... on Problem { message } } }`;

export const REMOVE = `mutation($id: ID!, $losing: Int! = 0) { removePerson(id: $id, losing: $losing) {
  __typename ... on PersonChanged { person ${PERSON} warning } ... on CasesWouldBeLost { count } ... on Problem { message } } }`;

export const RESET = `mutation($id: ID!, $losing: Int! = 0) { resetPerson(id: $id, losing: $losing) {
  __typename ... on ResetDrawn { person ${PERSON} token worksUntil } ... on CasesWouldBeLost { count } ... on Problem { message } } }`;

const INVITATION = '{ id email roles worksUntil team }';

export const INVITE = `mutation($input: InvitePersonInput!) { invitePerson(input: $input) {
  __typename ... on InvitationDrawn { invitation ${INVITATION} token } ... on Problem { message } } }`;

export const INVITATIONS = `query { invitations ${INVITATION} }`;

export const DRAW_AGAIN = `mutation($id: ID!) { drawInvitationAgain(id: $id) {
  __typename ... on InvitationDrawn { invitation ${INVITATION} token } ... on Problem { message } } }`;

export const REVOKE = 'mutation($id: ID!) { revokeInvitation(id: $id) }';

export const TEAMS = 'query { teams { id name members } }';

export const SAVE_TEAM = `mutation($input: SaveTeamInput!) { saveTeam(input: $input) {
  __typename ... on TeamSaved { team { id name members version } } ... on Problem { message } } }`;

export const DELETE_TEAM = 'mutation($id: ID!) { deleteTeam(id: $id) }';
