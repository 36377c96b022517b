import { type ReactNode, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ResultOf } from '../../shared/graphql.ts';
import { type ActAnswer, useAct } from '../service/use-act.ts';
import { SheetDialog } from '../ui/SheetDialog.tsx';
import type { DrawnLink } from './LinkOnce.tsx';
import {
  ChangeRoles,
  DisablePerson,
  type PeoplePageQuery,
  RemovePerson,
  ResetPerson,
} from './people.query.ts';
import { type Role, RoleChecks } from './RoleChecks.tsx';

/** Somebody, as the list knows them. */
export type Person = ResultOf<typeof PeoplePageQuery>['people'][number];

type Act = 'roles' | 'reset' | 'disable' | 'remove';

/** What may be done with somebody, each after a sentence on what comes of it. */
export function PersonDialog({
  person,
  isOnlyTwo,
  onClose,
  onDone,
}: {
  readonly person: Person;
  /** Whether no more than two people can read reports now. */
  readonly isOnlyTwo: boolean;
  readonly onClose: () => void;
  readonly onDone: (done: { readonly link: DrawnLink | null; readonly said: string | null }) => void;
}) {
  const intl = useIntl();
  const [asking, setAsking] = useState<Act | null>(null);
  const [roles, setRoles] = useState<readonly Role[]>(person.roles);
  const [problem, setProblem] = useState<string | null>(null);
  // How many cases nobody could open any more, once the service has counted them.
  const [losing, setLosing] = useState(0);
  const [isSending, setSending] = useState(false);
  const acts = {
    roles: useAct(ChangeRoles),
    reset: useAct(ResetPerson),
    disable: useAct(DisablePerson),
    remove: useAct(RemovePerson),
  };
  const isReader = person.state === 'ACTIVE' && person.roles.includes('CASEWORKER');
  const losesReader = isReader && (asking !== 'roles' || !roles.includes('CASEWORKER'));

  const perform = async (act: Act): Promise<ActAnswer<Answered>> => {
    const { id } = person;
    switch (act) {
      case 'roles':
        return only(await acts.roles({ input: { id, roles: [...roles], losing } }), 'changeRoles');
      case 'reset':
        return only(await acts.reset({ id, losing }), 'resetPerson');
      case 'disable':
        return only(await acts.disable({ id, losing }), 'disablePerson');
      default:
        return only(await acts.remove({ id, losing }), 'removePerson');
    }
  };

  const confirm = async (act: Act) => {
    if (isSending) return;
    if (act === 'roles' && roles.length === 0) {
      return setProblem(intl.formatMessage({ id: 'people.roles.none' }));
    }
    setSending(true);
    const { data, failure } = await perform(act);
    setSending(false);
    if (failure !== null) return setProblem(intl.formatMessage({ id: `failure.${failure}` }));
    setProblem(null);
    if (data.count !== undefined) return setLosing(data.count);
    if (data.message !== undefined) return setProblem(data.message);
    const link: DrawnLink | null =
      data.token === undefined ? null : { path: 'begin-anew', token: data.token, email: person.email };
    onDone({ link, said: data.warning ?? null });
  };

  return (
    <SheetDialog heading={person.name} onClose={onClose}>
      <div role="alert">{problem !== null && <p className="notice notice-problem">{problem}</p>}</div>
      {asking === null ? (
        <>
          <RoleChecks chosen={roles} onChosen={setRoles} />
          <div className="buttons person-acts">
            <AskButton act="roles" onAsk={setAsking} />
            <AskButton act="reset" onAsk={setAsking} />
            {person.state === 'ACTIVE' && <AskButton act="disable" onAsk={setAsking} />}
            <AskButton act="remove" onAsk={setAsking} />
          </div>
          <button type="button" className="quiet" onClick={onClose}>
            <FormattedMessage id="dialog.close" />
          </button>
        </>
      ) : (
        <>
          <p>
            <FormattedMessage id={`people.${asking}.body`} values={{ name: person.name }} />
          </p>
          {asking !== 'reset' && losesReader && isOnlyTwo && (
            <Warning>
              <FormattedMessage id="people.few" />
            </Warning>
          )}
          <div role="alert">
            {losing > 0 && (
              <Warning>
                <FormattedMessage id="people.losing.body" values={{ count: losing, name: person.name }} />
              </Warning>
            )}
          </div>
          <div className="buttons">
            <button
              type="button"
              className="secondary"
              onClick={() => {
                setAsking(null);
                setLosing(0);
              }}
            >
              <FormattedMessage id="dialog.back" />
            </button>
            <button
              type="button"
              className={asking === 'disable' || asking === 'remove' || losing > 0 ? 'danger' : undefined}
              aria-disabled={isSending}
              onClick={() => void confirm(asking)}
            >
              {losing > 0 ? (
                <FormattedMessage id="people.losing.confirm" values={{ count: losing }} />
              ) : (
                <FormattedMessage id={`people.${asking}.confirm`} />
              )}
            </button>
          </div>
        </>
      )}
    </SheetDialog>
  );
}

function AskButton({ act, onAsk }: { readonly act: Act; readonly onAsk: (act: Act) => void }) {
  const isHard = act === 'disable' || act === 'remove';
  return (
    <button type="button" className={isHard ? 'danger' : 'secondary'} onClick={() => onAsk(act)}>
      <FormattedMessage id={`people.${act}.button`} />
    </button>
  );
}

function Warning({ children }: { readonly children: ReactNode }) {
  return <p className="notice notice-problem">{children}</p>;
}

/** What any of these acts answers: a problem's sentence, or what came of it. */
interface Answered {
  /** Of the cases that would be lost. */
  readonly count?: number;
  readonly message?: string;
  readonly warning?: string | null;
  readonly token?: string;
}

function only<Name extends string>(
  answer: ActAnswer<Readonly<Record<Name, Answered>>>,
  name: Name,
): ActAnswer<Answered> {
  return answer.failure === null ? { data: answer.data[name], failure: null } : answer;
}
