import { useApolloClient, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { type FragmentOf, readFragment } from '../../../shared/graphql.ts';
import { ColleaguesQuery } from '../../service/vocabulary.query.ts';
import { PickList } from '../../ui/PickList.tsx';
import { SheetDialog } from '../../ui/SheetDialog.tsx';
import { ActProblem } from '../work/ActProblem.tsx';
import type { ActOutcome } from '../work/act-outcome.ts';
import { type Assignable, useOwnId } from '../work/use-case-work.ts';
import { CaseHolders_case } from './case-holders.fragment.ts';
import { letIn } from './holder-acts.ts';
import { KeepOutDialog } from './KeepOutDialog.tsx';
import { StepBackDialog } from './StepBackDialog.tsx';

type Panel = 'let-in' | 'keep-out' | 'step-back';

/** Who can open this case and who never will, and the way to change that. */
export function CaseHolders(props: { readonly case: FragmentOf<typeof CaseHolders_case> }) {
  const intl = useIntl();
  const client = useApolloClient();
  const {
    id,
    assignableTo: holders,
    keptOut,
    keptOutByReporter,
  } = readFragment(CaseHolders_case, props.case);
  const ownId = useOwnId();
  const { data } = useQuery(ColleaguesQuery, { fetchPolicy: 'cache-and-network' });
  const [open, setOpen] = useState<Panel | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState<{ outcome: ActOutcome; act: 'letIn' | 'keptOut'; name: string } | null>(
    null,
  );
  const close = () => setOpen(null);

  const others = (data?.colleagues ?? []).filter((person) => person.id !== ownId);
  const isKeptOut = (person: Assignable) => keptOut.some((kept) => kept.id === person.id);
  const holds = (person: Assignable) => holders.some((holder) => holder.id === person.id);
  const outside = others.filter((person) => !holds(person) && !isKeptOut(person));

  const grant = async (person: Assignable) => {
    if (isBusy) return;
    setBusy(true);
    setSaid(null);
    const outcome = await letIn(client, { caseId: id, caseworkerId: person.id });
    setBusy(false);
    setSaid({ outcome, act: 'letIn', name: person.name });
  };

  return (
    <section className="holders" aria-labelledby="holders-heading" aria-busy={isBusy}>
      <h2 id="holders-heading" tabIndex={-1}>
        <FormattedMessage id="holders.heading" />
      </h2>
      <ul>
        {holders.map((holder) => (
          <li key={holder.id}>
            {holder.id === ownId ? (
              <FormattedMessage id="holders.you" values={{ name: holder.name }} />
            ) : (
              holder.name
            )}
          </li>
        ))}
      </ul>
      {keptOut.length > 0 && (
        <p>
          <FormattedMessage
            id="holders.keptOut"
            values={{ names: intl.formatList(keptOut.map(({ name }) => name)) }}
          />
        </p>
      )}
      {keptOutByReporter.length > 0 && (
        <p>
          <FormattedMessage
            id="holders.keptOut.byReporter"
            values={{ labels: intl.formatList(keptOutByReporter, { type: 'unit' }) }}
          />
        </p>
      )}
      <p className="hint">
        <FormattedMessage id="holders.hint" />
      </p>
      <div className="buttons">
        <button type="button" className="secondary" onClick={() => setOpen('let-in')}>
          <FormattedMessage id="holders.letIn.open" />
        </button>
        <button type="button" className="secondary" onClick={() => setOpen('keep-out')}>
          <FormattedMessage id="holders.keepOut.open" />
        </button>
        <button type="button" className="secondary" onClick={() => setOpen('step-back')}>
          <FormattedMessage id="holders.stepBack.open" />
        </button>
      </div>
      <p role="status" className="said">
        {said?.outcome.kind === 'done' && (
          <FormattedMessage id={`holders.${said.act}.done`} values={{ name: said.name }} />
        )}
      </p>
      <div role="alert">
        {said !== null && said.outcome.kind !== 'done' && (
          <p className="notice notice-problem">
            <ActProblem outcome={said.outcome} />
          </p>
        )}
      </div>
      {open === 'let-in' && (
        <SheetDialog heading={<FormattedMessage id="holders.letIn.heading" />} onClose={close}>
          <p>
            <FormattedMessage id={outside.length === 0 ? 'holders.letIn.nobody' : 'holders.letIn.body'} />
          </p>
          {outside.length === 0 ? (
            <div className="buttons">
              <button type="button" onClick={close}>
                <FormattedMessage id="dialog.close" />
              </button>
            </div>
          ) : (
            <PickList
              label={intl.formatMessage({ id: 'assign.label' })}
              items={outside.map((person) => ({ id: person.id, text: person.name }))}
              onPick={(picked) => {
                close();
                const person = outside.find((each) => each.id === picked);
                if (person !== undefined) void grant(person);
              }}
            />
          )}
        </SheetDialog>
      )}
      {open === 'keep-out' && (
        <KeepOutDialog
          caseId={id}
          people={others.filter((person) => !isKeptOut(person))}
          onClose={close}
          onDone={(name) => {
            close();
            setSaid({ outcome: { kind: 'done' }, act: 'keptOut', name });
          }}
        />
      )}
      {open === 'step-back' && <StepBackDialog caseId={id} onClose={close} />}
    </section>
  );
}
