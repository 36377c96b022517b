import { FormattedMessage } from 'react-intl';
import { type FragmentOf, graphql, readFragment } from '../../../shared/graphql.ts';
import { FreeText } from '../../ui/FreeText.tsx';
import { Instant } from '../../ui/Instant.tsx';
import { LockMark } from '../../ui/marks.tsx';

const CaseNote_note = graphql(`
  fragment CaseNote_note on CaseNote {
    id
    author {
      id
      name
    }
    text
    writtenAt
  }
`);

export const CaseNotes_case = graphql(
  `
    fragment CaseNotes_case on Case {
      notes {
        id
        ...CaseNote_note
      }
    }
  `,
  [CaseNote_note],
);

/** What staff wrote to each other, the oldest first. */
export function CaseNotes(props: { readonly case: FragmentOf<typeof CaseNotes_case> }) {
  const { notes } = readFragment(CaseNotes_case, props.case);
  return (
    <section className="notes" aria-labelledby="notes-heading">
      <h2 id="notes-heading">
        <FormattedMessage id="case.notes" />
      </h2>
      <p className="only-staff">
        <LockMark /> <FormattedMessage id="note.onlyStaff" />
      </p>
      {notes.length === 0 && (
        <p>
          <FormattedMessage id="case.notes.none" />
        </p>
      )}
      {notes.map((note) => (
        <CaseNote key={note.id} note={note} />
      ))}
    </section>
  );
}

function CaseNote(props: { readonly note: FragmentOf<typeof CaseNote_note> }) {
  const { id, author, text, writtenAt } = readFragment(CaseNote_note, props.note);
  return (
    <article className="note" aria-labelledby={`note-${id}`}>
      <h3 id={`note-${id}`}>
        <FormattedMessage id="case.note.by" values={{ name: author.name, at: <Instant at={writtenAt} /> }} />
      </h3>
      <FreeText text={text} />
    </article>
  );
}
