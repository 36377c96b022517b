import './colleagues.css';
import { useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { graphql, type ResultOf } from '../../shared/graphql.ts';
import { useDashboard } from '../app/dashboard.ts';
import { failureOf } from '../service/failure.ts';
import { useStore } from '../service/store.ts';
import { useRetryAfterSignIn } from '../session/use-retry-after-sign-in.ts';
import { FailedPage } from '../ui/FailureNotice.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import { SheetDialog } from '../ui/SheetDialog.tsx';
import { GrantState } from './GrantState.tsx';

const ColleaguesPageQuery = graphql(`
  query ColleaguesPage {
    grantableColleagues {
      colleague {
        id
        name
      }
      open
    }
    caseViews {
      view
      count
    }
  }
`);

type Grantable = ResultOf<typeof ColleaguesPageQuery>['grantableColleagues'][number];

/** Who else works on cases, and how to let somebody in who joined or began anew. */
export function ColleaguesPage() {
  const title = useIntl().formatMessage({ id: 'colleagues.heading' });
  const { grants } = useDashboard();
  const grant = useStore(grants);
  const { data, error, refetch } = useQuery(ColleaguesPageQuery, { fetchPolicy: 'cache-and-network' });
  const [asking, setAsking] = useState<Grantable | null>(null);
  const readAgain = () => refetch().catch(() => undefined);
  useRetryAfterSignIn(error !== undefined, () => void readAgain());

  const stage = grant?.stage ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is left to grant is another number once a run has ended
  useEffect(() => {
    if (stage !== null && stage !== 'running') void readAgain();
  }, [stage]);

  if (data === undefined && error !== undefined && failureOf(error) !== 'session-ended') {
    return <FailedPage failure={failureOf(error)} onTryAgain={() => void readAgain()} />;
  }
  const colleagues = data?.grantableColleagues ?? [];
  const ownCount = data?.caseViews.find(({ view }) => view === 'ALL_OPEN')?.count ?? 0;
  return (
    <>
      <PageHeading title={title}>{title}</PageHeading>
      <p className="lead">
        <FormattedMessage id="colleagues.lead" />
      </p>
      {data === undefined && (
        <p role="status">
          <FormattedMessage id="colleagues.loading" />
        </p>
      )}
      {data !== undefined && ownCount === 0 && colleagues.length > 0 && (
        <p className="notice">
          <FormattedMessage id="colleagues.ownNone" />
        </p>
      )}
      {data !== undefined && colleagues.length === 0 && (
        <p>
          <FormattedMessage id="colleagues.none" />
        </p>
      )}
      <GrantState grant={grant} onGoOn={() => void grants.goOn()} />
      <ul className="row-list">
        {colleagues.map((each) => (
          <li key={each.colleague.id}>
            <div>
              <strong>{each.colleague.name}</strong>
              <p className="hint">
                {ownCount > 0 && <FormattedMessage id="colleagues.left" values={{ count: each.open }} />}
              </p>
            </div>
            {each.open > 0 && stage !== 'running' && (
              <button type="button" className="secondary" onClick={() => setAsking(each)}>
                <FormattedMessage
                  id="colleagues.grant.open"
                  values={{ name: <span className="visually-hidden">{each.colleague.name}</span> }}
                />
              </button>
            )}
          </li>
        ))}
      </ul>
      {asking !== null && (
        <GrantDialog
          grantable={asking}
          onClose={() => setAsking(null)}
          onConfirm={() => {
            setAsking(null);
            void grants.begin(asking.colleague, asking.open);
          }}
        />
      )}
    </>
  );
}

function GrantDialog({
  grantable: { colleague, open },
  onClose,
  onConfirm,
}: {
  readonly grantable: Grantable;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}) {
  return (
    <SheetDialog
      role="alertdialog"
      heading={<FormattedMessage id="colleagues.grant.heading" values={{ name: colleague.name }} />}
      onClose={onClose}
    >
      <p>
        <FormattedMessage id="colleagues.grant.body" values={{ name: colleague.name, count: open }} />
      </p>
      <div className="buttons">
        <button type="button" className="secondary" onClick={onClose}>
          <FormattedMessage id="dialog.back" />
        </button>
        <button type="button" onClick={onConfirm}>
          <FormattedMessage id="colleagues.grant.button" values={{ count: open }} />
        </button>
      </div>
    </SheetDialog>
  );
}
