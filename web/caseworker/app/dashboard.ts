import type { ApolloClient } from '@apollo/client';
import { createContext, use } from 'react';
import { readFragment } from '../../shared/graphql.ts';
import { Partings } from '../case/partings.ts';
import { caseActs } from '../case/work/case-acts.ts';
import { openDraftChannel } from '../case/writing/draft-channel.ts';
import { DraftKeeper } from '../case/writing/draft-keeper.ts';
import { Drafts } from '../case/writing/drafts.ts';
import { saveDraftWith } from '../case/writing/save-draft.ts';
import { GrantRun } from '../colleagues/grant-run.ts';
import { grantStepWith } from '../colleagues/grant-step.ts';
import { BulkRun } from '../inbox/bulk/bulk-run.ts';
import { performWith } from '../inbox/bulk/perform-act.ts';
import { InboxChanges } from '../inbox/inbox-changes.ts';
import { CommandRegistry } from '../keyboard/command-registry.ts';
import { SearchRun } from '../search/search-run.ts';
import { searchStretchWith } from '../search/search-stretch.ts';
import { Activity } from '../service/activity.ts';
import { buildApolloClient } from '../service/apollo-client.ts';
import { openSocket } from '../service/socket.ts';
import { ValueStore } from '../service/store.ts';
import { MeQuery, Session_caseworker } from '../session/me.query.ts';
import { SessionStore } from '../session/session.ts';
import { openSessionChannel, type SessionChannel } from '../session/session-channel.ts';

const CUT_AFTER = 10_000; // 10 seconds without a socket before the inbox says so
const FIRST_HEARD_AFTER = 1_000; // 1 second: by then the service has the subscription that follows the opening

/** Everything that outlives a page of the dashboard. All of it is memory: a new load starts from nothing. */
export interface Dashboard {
  readonly client: ApolloClient;
  readonly session: SessionStore;
  readonly sessionTabs: SessionChannel;
  readonly activity: Activity;
  readonly changes: InboxChanges;
  readonly drafts: Drafts;
  readonly keeper: DraftKeeper;
  readonly bulk: BulkRun;
  readonly search: SearchRun;
  readonly grants: GrantRun;
  readonly partings: Partings;
  readonly commands: CommandRegistry;
  /** The cases of the list that was shown last, in its order. */
  readonly trail: ValueStore<readonly string[]>;
  /** The case of that list that had the focus last. */
  readonly place: ValueStore<string | null>;
  /** Whether changes have not been arriving for a while. */
  readonly isCut: ValueStore<boolean>;
}

/** Builds the dashboard once and wires its parts; nothing is sent before a component asks. */
export function buildDashboard(): Dashboard {
  const session = new SessionStore();
  const sessionTabs = openSessionChannel((caseworkerId) => session.passedTo(caseworkerId));
  const activity = new Activity();
  activity.follow(window);
  const changes = new InboxChanges();
  const isCut = new ValueStore(false);
  let cutTimer: ReturnType<typeof setTimeout> | undefined;

  const socket = openSocket({
    opened: () => {
      clearTimeout(cutTimer);
      cutTimer = undefined;
      isCut.set(false);
      setTimeout(() => changes.mayHaveMissed(), FIRST_HEARD_AFTER);
    },
    closed: (isRefused) => {
      cutTimer ??= setTimeout(() => isCut.set(true), CUT_AFTER);
      if (isRefused) void checkSession();
    },
  });
  const client = buildApolloClient(
    socket,
    () => session.get().stage === 'ended',
    () => session.ended(),
    () => void checkSession(),
  );
  const drafts = new Drafts();
  const keeper = new DraftKeeper(drafts, saveDraftWith(client), openDraftChannel());
  session.subscribe(() => {
    const state = session.get();
    if (state.stage !== 'signed-in') return;
    sessionTabs.tell(state.caseworker.id);
    // What could not be saved while the session was over is saved once somebody has signed in again.
    void keeper.flushAll();
  });

  /** A refused socket or act alone does not end a session: the service is asked how it stands. */
  async function checkSession(): Promise<void> {
    const answer = await client.query({ query: MeQuery, fetchPolicy: 'no-cache', errorPolicy: 'all' });
    if (answer.error !== undefined || answer.data === undefined) return;
    const { me } = answer.data;
    if (me === null) return session.ended();
    const caseworker = readFragment(Session_caseworker, me);
    session.passedTo(caseworker.id);
    if (caseworker.mustSetUpSecondFactor) session.hasToSetUp();
  }

  return {
    client,
    session,
    sessionTabs,
    activity,
    changes,
    drafts,
    keeper,
    bulk: new BulkRun(performWith(caseActs(client))),
    search: new SearchRun(searchStretchWith(client)),
    grants: new GrantRun(grantStepWith(client)),
    partings: new Partings(),
    commands: new CommandRegistry(),
    trail: new ValueStore<readonly string[]>([]),
    place: new ValueStore<string | null>(null),
    isCut,
  };
}

export const DashboardContext = createContext<Dashboard | null>(null);

/** The dashboard around a component. @throws {Error} outside of one. */
export function useDashboard(): Dashboard {
  const dashboard = use(DashboardContext);
  if (dashboard === null) throw new Error('used outside of the dashboard');
  return dashboard;
}
