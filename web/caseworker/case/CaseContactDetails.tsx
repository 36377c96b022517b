import { FormattedMessage } from 'react-intl';
import { type FragmentOf, graphql, readFragment } from '../../shared/graphql.ts';

export const CaseContactDetails_case = graphql(`
  fragment CaseContactDetails_case on Case {
    contactDetails {
      name
      email
      phone
    }
  }
`);

/** Who reported, on the route where they said so; nothing at all on the anonymous one. */
export function CaseContactDetails(props: { readonly case: FragmentOf<typeof CaseContactDetails_case> }) {
  const { contactDetails } = readFragment(CaseContactDetails_case, props.case);
  if (contactDetails === null) return null;
  return (
    <section className="contact" aria-labelledby="contact-heading">
      <h2 id="contact-heading">
        <FormattedMessage id="case.contact" />
      </h2>
      <p className="hint">
        <FormattedMessage id="case.contact.hint" />
      </p>
      <dl>
        <Detail id="case.contact.name" value={contactDetails.name} />
        <Detail id="case.contact.email" value={contactDetails.email} />
        <Detail id="case.contact.phone" value={contactDetails.phone} />
      </dl>
    </section>
  );
}

function Detail({
  id,
  value,
}: {
  readonly id: 'case.contact.name' | 'case.contact.email' | 'case.contact.phone';
  readonly value: string | null;
}) {
  if (!value) return null;
  return (
    <div>
      <dt>
        <FormattedMessage id={id} />
      </dt>
      <dd dir="auto">{value}</dd>
    </div>
  );
}
