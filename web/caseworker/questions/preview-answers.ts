/** What was picked in the preview, by question. Texts and months open no branch, so they are not looked at. */
export type Picked = Readonly<Record<string, readonly string[]>>;

interface Branching {
  readonly id: string;
  readonly shownWhen: { readonly question: string; readonly anyOf: readonly string[] } | null;
}

/** The questions that go with what was picked, in order, as the portal shows them. */
export function shownQuestions<Question extends Branching>(
  questions: readonly Question[],
  picked: Picked,
): readonly Question[] {
  const shown: Question[] = [];
  for (const question of questions) {
    const { shownWhen } = question;
    // What was picked on a branch that is closed again opens no other.
    const isAboveShown = shown.some(({ id }) => id === shownWhen?.question);
    const choices = shownWhen && isAboveShown ? (picked[shownWhen.question] ?? []) : [];
    if (!shownWhen || choices.some((choice) => shownWhen.anyOf.includes(choice))) shown.push(question);
  }
  return shown;
}
