import { Say, useSay } from '../text.tsx';
import type { Draft } from './draft.ts';
import type { Questionnaire } from './questionnaire.ts';
import { SummaryRow } from './SummaryRow.tsx';

/** Whom the reporter keeps out; nothing where the organisation offers no choice. */
export function KeptOutRows({ questionnaire, draft }: { questionnaire: Questionnaire; draft: Draft }) {
  const say = useSay();
  const { keptOutChoices } = questionnaire;
  const keptOut = draft.keptOut ?? [];
  if (keptOutChoices.length === 0 && keptOut.length === 0) return null;
  const chosen = keptOutChoices.filter(({ id }) => keptOut.includes(id)).map(({ text }) => text);
  const isGone = chosen.length < keptOut.length;
  return (
    <>
      <h2>
        <Say id="check.keptOut" />
      </h2>
      <dl className="summary">
        <SummaryRow
          id="answer-of-kept-out"
          asked={say('keptOut.title')}
          answered={chosen.length > 0 ? chosen : null}
          change="kept-out"
          problem={isGone ? say('keptOut.changed') : undefined}
        />
      </dl>
    </>
  );
}
