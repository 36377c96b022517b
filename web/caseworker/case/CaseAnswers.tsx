import { FormattedMessage, useIntl } from 'react-intl';
import { type FragmentOf, graphql, readFragment } from '../../shared/graphql.ts';
import { monthInWords } from '../ui/Day.tsx';
import { FreeText } from '../ui/FreeText.tsx';

const CaseAnswer_answer = graphql(`
  fragment CaseAnswer_answer on Answer {
    questionText
    text
    choices
    month
  }
`);

export const CaseAnswers_case = graphql(
  `
    fragment CaseAnswers_case on Case {
      answers {
        question
        ...CaseAnswer_answer
      }
    }
  `,
  [CaseAnswer_answer],
);

/** What was reported, question by question, in the words of the form that was filled in. */
export function CaseAnswers(props: { readonly case: FragmentOf<typeof CaseAnswers_case> }) {
  const { answers } = readFragment(CaseAnswers_case, props.case);
  return (
    <section className="answers" aria-labelledby="answers-heading">
      <h2 id="answers-heading">
        <FormattedMessage id="case.answers" />
      </h2>
      {answers.length === 0 ? (
        <p>
          <FormattedMessage id="case.answers.none" />
        </p>
      ) : (
        <dl>
          {answers.map((answer) => (
            <CaseAnswer key={answer.question} answer={answer} />
          ))}
        </dl>
      )}
    </section>
  );
}

function CaseAnswer(props: { readonly answer: FragmentOf<typeof CaseAnswer_answer> }) {
  const answer = readFragment(CaseAnswer_answer, props.answer);
  return (
    <div>
      <dt dir="auto">{answer.questionText}</dt>
      <dd>
        <Given {...answer} />
      </dd>
    </div>
  );
}

function Given({
  text,
  choices,
  month,
}: {
  readonly text: string | null;
  readonly choices: readonly string[] | null;
  readonly month: string | null;
}) {
  const intl = useIntl();
  if (text) return <FreeText text={text} />;
  if (month) return <time dateTime={month}>{monthInWords(intl, month)}</time>;
  if (choices && choices.length === 1) return <span dir="auto">{choices[0]}</span>;
  if (choices && choices.length > 1) {
    return (
      <ul>
        {choices.map((choice) => (
          <li key={choice} dir="auto">
            {choice}
          </li>
        ))}
      </ul>
    );
  }
  return (
    <span className="skipped">
      <FormattedMessage id="case.answers.skipped" />
    </span>
  );
}
