/** What is rationed, so that a storm does not starve everybody else. */
export type RationedAct =
  | 'optIntoMessaging'
  | 'submitReport'
  | 'loginWithCode'
  | 'sendMessage'
  | 'messageOfReport'
  | 'signIn'
  | 'acceptInvitation'
  | 'recoverAccount'
  | 'oneTimeCode'
  | 'proveAgain';

/** Counts acts by caller and in all, in memory. */
export interface Budgets {
  /** Takes one act from the budget; answers how long to wait, in seconds, where there is none left. */
  take(act: RationedAct, caller: string): { retryAfterSeconds: number } | null;
}
