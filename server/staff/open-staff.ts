import type { DataSource } from 'typeorm';
import { SessionWatch } from '../access/session-watch.service.ts';
import type { AuditService } from '../audit/audit.service.ts';
import type { Argon2Queue } from '../crypto/argon2-queue.ts';
import type { DeploymentSecrets } from '../crypto/deployment-secrets.ts';
import type { WakeUp } from '../database/wake-up.ts';
import type { OrganisationService } from '../organisation/organisation.service.ts';
import type { Budgets } from '../shared/budgets.ts';
import type { Clock } from '../shared/clock.ts';
import { AccountResolver } from './account.resolver.ts';
import { AccountService } from './account.service.ts';
import { AccountKeys } from './account-keys.service.ts';
import { AccountResetService } from './account-reset.service.ts';
import { InvitationService } from './invitation.service.ts';
import { InvitationListService } from './invitation-list.service.ts';
import { JoiningResolver } from './joining.resolver.ts';
import { MySettingsResolver } from './my-settings.resolver.ts';
import { MySettingsService } from './my-settings.service.ts';
import { PeopleResolver } from './people.resolver.ts';
import { PeopleService } from './people.service.ts';
import { SecondFactorResolver } from './second-factor.resolver.ts';
import { SecondFactorService } from './second-factor.service.ts';
import { StaffResolver } from './staff.resolver.ts';
import { StaffService } from './staff.service.ts';
import type { StaffDepartures } from './staff-departure.type.ts';
import { OPENS_MORE_THAN_SET_UP, StaffSessionService } from './staff-session.service.ts';
import { TeamService } from './team.service.ts';
import { WelcomeDesk } from './welcome-desk.ts';

/** What the staff room is built from. */
export interface StaffParts {
  readonly dataSource: DataSource;
  readonly argon2: Argon2Queue;
  readonly clock: Clock;
  readonly wakeUp: WakeUp;
  readonly secrets: DeploymentSecrets;
  readonly organisations: OrganisationService;
  readonly budgets: Budgets;
  readonly audit: AuditService;
  readonly departures: StaffDepartures;
  /** Whether notices can be sent by mail here at all. */
  readonly sendsMail: boolean;
}

/** What the rest of the program takes from the staff room. */
export interface Staff {
  readonly staff: StaffService;
  readonly invitations: InvitationService;
  readonly sessions: StaffSessionService;
  /** Ends the sockets of sessions that are over, or that open nothing but the way to a second factor any more. */
  readonly watch: SessionWatch;
  readonly resolvers: readonly object[];
}

/** Builds everything about accounts of staff, once. */
export function openStaff(parts: StaffParts): Staff {
  const { dataSource, argon2, clock, wakeUp, secrets, organisations, budgets, departures, audit } = parts;

  const staff = new StaffService(dataSource, argon2);
  const keys = new AccountKeys(argon2);
  const invitations = new InvitationService(dataSource, keys, clock, audit);
  const sessions = new StaffSessionService(dataSource, clock, wakeUp);
  const watch = new SessionWatch(dataSource, clock, wakeUp, 'staff_session', OPENS_MORE_THAN_SET_UP);
  const secondFactor = new SecondFactorService(dataSource, clock, secrets, organisations, sessions, audit);
  const people = new PeopleService(dataSource, clock, sessions, departures, audit);
  const accounts = new AccountService(dataSource, staff, keys, sessions, audit);
  const resets = new AccountResetService(
    dataSource,
    clock,
    keys,
    people,
    secondFactor,
    sessions,
    departures,
    audit,
  );
  const desk = new WelcomeDesk(dataSource, sessions, audit);

  return {
    staff,
    invitations,
    sessions,
    watch,
    resolvers: [
      new StaffResolver(dataSource, staff, invitations, sessions, secondFactor, desk, budgets, audit),
      new MySettingsResolver(new MySettingsService(dataSource, parts.sendsMail)),
      new AccountResolver(accounts, resets, invitations, desk, budgets),
      new SecondFactorResolver(dataSource, secondFactor, staff, budgets),
      new PeopleResolver(people, resets),
      new JoiningResolver(
        new InvitationListService(dataSource, clock, audit),
        new TeamService(dataSource, audit),
      ),
    ],
  };
}
