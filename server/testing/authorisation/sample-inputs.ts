import { randomUUID } from 'node:crypto';
import { PASSWORD } from '../seed.ts';
import type { Somebody } from './people.ts';
import type { WorldParts } from './world.ts';

/** What a request of the matrix is made from. */
export interface Asking extends WorldParts {
  readonly somebody: Somebody;
}

type Variables = Readonly<Record<string, unknown>>;

const ALWAYS = { from: '2000-01-01', to: '2029-12-31' };
const ANOTHER_PASSWORD = 'harbour pencil comet wool';
const texts = [{ locale: 'en', text: 'words' }];
const keyed = (input: Variables) => ({ input: { idempotencyKey: randomUUID(), ...input } });
const aboutPerson = ({ ids }: Asking) => ({ id: ids.rae });
const someId = () => ({ id: randomUUID() });

/** What is asked with, by root field: something that whoever may ask is answered well. None is needed for the others. */
export const SAMPLE_INPUTS: Readonly<Record<string, (asking: Asking) => Variables>> = {
  acceptInvitation: ({ links }) => ({
    input: { token: links.invitation, name: 'New', password: ANOTHER_PASSWORD },
  }),
  acceptReset: ({ links }) => ({ input: { token: links.reset, password: ANOTHER_PASSWORD } }),
  addCaseNote: ({ caseA }) => keyed({ caseId: caseA, text: 'words' }),
  askForDeletion: ({ caseA }) => keyed({ caseId: caseA, purpose: 'DUPLICATE' }),
  assignCase: ({ caseA, ids }) => keyed({ caseId: caseA, caseworkerId: ids.ida }),
  cancelDeletion: ({ caseA }) => ({ caseId: caseA }),
  case: ({ caseA }) => ({ id: caseA }),
  caseworkerReplied: () => ({ afterSeq: 0 }),
  changeCaseStatus: ({ caseA }) => keyed({ caseId: caseA, to: 'ON_HOLD' }),
  confirmSetting: () => ({ setting: 'WORDING' }),
  changeOpenness: ({ versions }) => ({
    input: { isOpen: false, reasons: texts, version: versions.settings },
  }),
  changePassword: () => ({ input: { password: PASSWORD, newPassword: ANOTHER_PASSWORD } }),
  changeRetention: ({ versions }) => ({ input: { version: versions.retention, days: 365 } }),
  changeRoles: ({ ids }) => ({ input: { id: ids.rae, roles: ['ADMINISTRATOR'] } }),
  changeServiceHours: () => ({
    input: {
      closureDays: [],
      periods: [{ weekday: 1, from: '09:00', to: '17:00' }],
      targetWorkingDays: 3,
      timeZone: 'Europe/London',
    },
  }),
  changeSupportServices: ({ versions }) => ({ input: { lists: [], version: versions.settings } }),
  changeStatisticsThreshold: () => ({ threshold: 20 }),
  changeWording: ({ versions }) => ({
    input: {
      exitAddress: 'https://example.org/',
      locales: ['en'],
      name: 'Example',
      words: [],
      version: versions.settings,
    },
  }),
  colleaguesOnCase: ({ caseA }) => ({ caseId: caseA }),
  confirmDeletion: ({ caseA }) => keyed({ caseId: caseA }),
  confirmSecondFactor: () => ({ code: '000000' }),
  deleteKeptOutLabel: ({ keptOutLabel }) => ({ id: keptOutLabel }),
  deleteTeam: someId,
  deleteTemplate: someId,
  disablePerson: aboutPerson,
  drawInvitationAgain: someId,
  drawRecoveryKey: () => ({ password: PASSWORD }),
  exportCase: ({ caseA }) => ({ id: caseA, purpose: 'ADVICE' }),
  exportCaseWithNotes: ({ caseA }) => ({ id: caseA, purpose: 'ADVICE' }),
  grantCase: ({ caseA, ids }) => ({ input: { caseId: caseA, caseworkerId: ids.otto } }),
  grantCases: ({ ids }) => ({ input: { caseworkerId: ids.otto } }),
  handOverCase: ({ caseA, ids }) => keyed({ caseId: caseA, caseworkerId: ids.morgan, note: 'words' }),
  invitePerson: () => ({
    input: { id: randomUUID(), email: 'another@example.ac.uk', roles: ['CASEWORKER'] },
  }),
  keepOutOfCase: ({ caseA, ids }) => keyed({ caseId: caseA, caseworkerId: ids.morgan }),
  linkOffer: ({ links }) => ({ token: links.invitation }),
  loginWithCode: ({ codeB }) => ({ code: codeB }),
  makeAnalyticsToken: () => ({ input: { id: randomUUID(), name: 'Another', days: 1 } }),
  markCaseRead: ({ caseA }) => ({ caseId: caseA, upToSeq: 1 }),
  messagingUse: () => ({ where: ALWAYS }),
  needSecondFactor: () => ({ isNeeded: false }),
  publishQuestionnaire: ({ versions }) => ({ revision: versions.draft }),
  questionnaireVersion: ({ versions }) => ({ id: versions.questionnaire }),
  recoverAccount: ({ recoveryKey }) => ({
    input: { email: 'Rae@example.ac.uk', recoveryKey, password: ANOTHER_PASSWORD },
  }),
  removePerson: aboutPerson,
  replyTimes: () => ({ where: ALWAYS }),
  replyToReporter: ({ caseA }) => keyed({ caseId: caseA, text: 'words' }),
  reportCounts: () => ({ by: [], where: ALWAYS }),
  resetPerson: aboutPerson,
  publishYear: () => ({ year: 2025 }),
  retentionPreview: () => ({ days: 365 }),
  revokeAnalyticsToken: ({ analyticsToken }) => ({ id: analyticsToken }),
  revokeInvitation: someId,
  saveDraft: ({ caseA }) => ({ input: { caseId: caseA, kind: 'REPLY', text: 'words' } }),
  saveKeptOutLabel: ({ ids }) => ({ input: { id: randomUUID(), texts, caseworkerIds: [ids.rae] } }),
  saveQuestionnaireDraft: ({ versions }) => ({
    input: { basedOn: versions.draft, questions: [], revision: randomUUID() },
  }),
  saveTeam: () => ({ input: { id: randomUUID(), name: 'Team', members: [] } }),
  saveTemplate: () => ({ input: { id: randomUUID(), name: 'Template', texts } }),
  searchCases: () => ({ text: 'report' }),
  sendMessage: () => keyed({ text: 'words' }),
  setCaseLabels: ({ caseA }) => ({ input: { caseId: caseA, add: [], remove: [] } }),
  signIn: () => ({ input: { email: 'Rae@example.ac.uk', password: PASSWORD } }),
  somebodyWouldRead: ({ keptOutLabel }) => ({ keptOut: [keptOutLabel] }),
  submitReport: ({ versions }) =>
    keyed({
      questionnaireVersion: versions.questionnaire,
      locale: 'en',
      answers: [{ question: 'what-happened', text: 'words' }],
    }),
  switchOffSecondFactor: ({ recoveryCodes, somebody }) => ({
    input: { password: PASSWORD, oneTimeCode: recoveryCodes[somebody] ?? '000000' },
  }),
  useMailNotices: () => ({ on: false }),
  useSingleKeys: () => ({ on: false }),
  withdrawYear: () => ({ year: 2025 }),
  workFlow: () => ({ where: ALWAYS }),
  yearlyPage: () => ({ year: 2025 }),
  yearlyPagePreview: () => ({ year: 2025 }),
};
