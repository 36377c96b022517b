import { FormattedMessage, useIntl } from 'react-intl';
import { type FragmentOf, graphql, readFragment } from '../../shared/graphql.ts';
import { monthInWords } from '../ui/Day.tsx';
import { FreeText } from '../ui/FreeText.tsx';
import { languageName } from '../ui/languages.ts';

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
      locale
      answers {
        question
        ...CaseAnswer_answer
      }
      asAsked: answers(asAsked: true) {
        questionText
        choices
      }
    }
  `,
  [CaseAnswer_answer],
);

/** Question and choices as the reporter read them. */
interface AsAsked {
  readonly questionText: string;
  readonly choices: readonly string[] | null;
}

/**
 * What was reported, question by question. Questions and choices stand in the organisation's language; where the
 * reporter read others, those stand beside them.
 */
export function CaseAnswers(props: { readonly case: FragmentOf<typeof CaseAnswers_case> }) {
  const { answers, asAsked, locale } = readFragment(CaseAnswers_case, props.case);
  const intl = useIntl();
  const isForeign = answers.some((answer, index) => {
    const { questionText } = readFragment(CaseAnswer_answer, answer);
    return asAsked[index]?.questionText !== questionText;
  });
  return (
    <section className="answers" aria-labelledby="answers-heading">
      <h2 id="answers-heading">
        <FormattedMessage id="case.answers" />
      </h2>
      {isForeign && (
        <p className="hint">
          <FormattedMessage
            id="case.answers.asAsked"
            values={{ language: languageName(intl.locale, locale) }}
          />
        </p>
      )}
      {answers.length === 0 ? (
        <p>
          <FormattedMessage id="case.answers.none" />
        </p>
      ) : (
        <dl>
          {answers.map((answer, index) => (
            <CaseAnswer
              key={answer.question}
              answer={answer}
              asAsked={isForeign ? asAsked[index] : undefined}
              locale={locale}
            />
          ))}
        </dl>
      )}
    </section>
  );
}

function CaseAnswer({
  asAsked,
  locale,
  ...props
}: {
  readonly answer: FragmentOf<typeof CaseAnswer_answer>;
  readonly asAsked: AsAsked | undefined;
  readonly locale: string;
}) {
  const answer = readFragment(CaseAnswer_answer, props.answer);
  const { questionText = '', choices = null } = asAsked ?? {};
  return (
    <div>
      <dt dir="auto">{answer.questionText}</dt>
      {questionText && (
        <dd className="hint">
          <bdi lang={locale}>{questionText}</bdi>
        </dd>
      )}
      <dd>
        <Given {...answer} />
      </dd>
      {choices && (
        <dd className="hint">
          <bdi lang={locale}>{new Intl.ListFormat(locale, { type: 'unit' }).format(choices)}</bdi>
        </dd>
      )}
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
