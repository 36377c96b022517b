/**
 * Acts by which somebody takes a case from their own screen: they step back from it, or delete it.
 *
 * The page may hear that the case is gone before it hears that the act was done. What it says then is the act's to say.
 */
export class Partings {
  readonly #took = new Map<string, Promise<boolean>>();

  /** Follows an act. @param act never throws. @param tookIt whether its outcome says that the case is gone. */
  follow<Outcome>(
    caseId: string,
    act: Promise<Outcome>,
    tookIt: (outcome: Outcome) => boolean,
  ): Promise<Outcome> {
    this.#took.set(caseId, act.then(tookIt));
    return act;
  }

  /** Whether the newest act on a case took it, once that is known; false where there was none. */
  async took(caseId: string): Promise<boolean> {
    return (await this.#took.get(caseId)) ?? false;
  }
}
