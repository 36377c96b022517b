import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import {
  DELETE_TEAM,
  DRAW_AGAIN,
  INVITATIONS,
  INVITE,
  LINK_OFFER,
  PEOPLE,
  REVOKE,
  SAVE_TEAM,
  TEAMS,
} from '../testing/account-operations.ts';
import { meanwhile } from '../testing/meanwhile.ts';
import { ACCEPT } from '../testing/operations.ts';
import { PASSWORD } from '../testing/seed.ts';
import { useTestServer } from '../testing/test-server.ts';

const invitation = (change: object = {}) => ({
  input: { id: randomUUID(), email: 'robin@example.ac.uk', roles: ['CASEWORKER'], ...change },
});

describe('invitePerson', () => {
  const lab = useTestServer();
  const accept = (token: unknown) =>
    lab.stranger().outcome(ACCEPT, { input: { token, name: 'Robin Vale', password: PASSWORD } });

  it('draws a link that makes somebody a member with these roles and this team, once', async () => {
    const morgan = await lab.seed.firstAdministrator();
    const team = randomUUID();
    await morgan.outcome(SAVE_TEAM, { input: { id: team, name: 'Night', members: [] } });
    const invited = await morgan.outcome(
      INVITE,
      invitation({ roles: ['CASEWORKER', 'ADMINISTRATOR'], team }),
    );
    const listed = await morgan.data<{ invitations: unknown[] }>(INVITATIONS);

    const offer = await lab.stranger().data(LINK_OFFER, { token: invited['token'] });
    const first = await accept(invited['token']);
    const again = await accept(invited['token']);

    expect(listed.invitations).toEqual([
      expect.objectContaining({ email: 'robin@example.ac.uk', roles: ['ADMINISTRATOR', 'CASEWORKER'], team }),
    ]);
    expect(offer).toEqual({ linkOffer: { email: 'robin@example.ac.uk', isReset: false } });
    expect([first.__typename, again.__typename]).toEqual(['Welcome', 'InvitationRefused']);
    expect(await morgan.data(INVITATIONS)).toEqual({ invitations: [] });
    expect(await morgan.data(PEOPLE)).toMatchObject({
      people: [{}, { name: 'Robin Vale', roles: ['ADMINISTRATOR', 'CASEWORKER'], teams: [team] }],
    });
  });

  it('gives another link for the same id, or when it is drawn again, and the earlier one stops working', async () => {
    const morgan = await lab.seed.firstAdministrator();
    const variables = invitation();
    const first = await morgan.outcome(INVITE, variables);
    const second = await morgan.outcome(INVITE, variables);
    const third = await morgan.outcome(DRAW_AGAIN, { id: variables.input.id });

    expect((await accept(first['token'])).__typename).toBe('InvitationRefused');
    expect((await accept(second['token'])).__typename).toBe('InvitationRefused');
    expect((await accept(third['token'])).__typename).toBe('Welcome');
    expect((await morgan.outcome(DRAW_AGAIN, { id: variables.input.id })).__typename).toBe(
      'InvitationNotFound',
    );
  });

  it('can be taken back', async () => {
    const morgan = await lab.seed.firstAdministrator();
    const variables = invitation();
    const { token } = await morgan.outcome(INVITE, variables);

    await morgan.data(REVOKE, { id: variables.input.id });

    expect((await accept(token)).__typename).toBe('InvitationRefused');
    expect(await morgan.data(REVOKE, { id: variables.input.id })).toEqual({ revokeInvitation: true });
  });

  it.each([
    ['an address of a colleague', { email: 'MORGAN@example.ac.uk' }],
    ['half an address', { email: 'robin@' }],
    ['an id that is none', { id: 'robin' }],
  ])('refuses %s', async (_, change) => {
    const morgan = await lab.seed.firstAdministrator();

    expect(await morgan.outcome(INVITE, invitation(change))).toEqual({
      __typename: 'InvalidInvitation',
      message: expect.any(String),
    });
  });

  it('tells the holder of a link, and nobody else, that the address has been taken meanwhile', async () => {
    const morgan = await lab.seed.firstAdministrator();
    const { token } = await morgan.outcome(INVITE, invitation({ email: 'noor@example.ac.uk' }));
    await lab.seed.colleague();

    const holder = await accept(token);
    const stranger = await accept('A'.repeat(43));

    expect(holder).toMatchObject({ message: expect.stringContaining('uses the address of this invitation') });
    expect(stranger).toMatchObject({ message: expect.not.stringContaining('address') });
  });

  it('is an administrator’s, like everything here', async () => {
    await lab.seed.firstAdministrator();
    const noor = await lab.seed.colleague();
    const id = randomUUID();

    for (const [query, variables] of [
      [INVITE, invitation()],
      [INVITATIONS, {}],
      [DRAW_AGAIN, { id }],
      [REVOKE, { id }],
      [TEAMS, {}],
      [SAVE_TEAM, { input: { id, name: 'Night', members: [] } }],
      [DELETE_TEAM, { id }],
    ] as const) {
      expect(await noor.errorCodes(query, variables)).toEqual(['FORBIDDEN']);
      expect(await lab.stranger().errorCodes(query, variables)).toEqual(['UNAUTHENTICATED']);
    }
  });
});

describe('teams', () => {
  const lab = useTestServer();

  it('are made, renamed, filled and deleted; the people stay', async () => {
    const morgan = await lab.seed.firstAdministrator();
    const { people } = await morgan.data<{ people: { id: string }[] }>(PEOPLE);
    const members = people.map((person) => person.id);
    const id = randomUUID();

    const made = await morgan.outcome(SAVE_TEAM, { input: { id, name: ' Night\n shift ', members: [] } });
    const { version } = made['team'] as { version: string };
    const saved = await morgan.outcome(SAVE_TEAM, {
      input: { id, version, name: 'Night', members: [...members, randomUUID(), 'x'] },
    });
    const stale = await morgan.outcome(SAVE_TEAM, { input: { id, version, name: 'Late', members: [] } });
    const listed = await morgan.data(TEAMS);
    await morgan.data(DELETE_TEAM, { id });

    expect(made).toMatchObject({ team: { name: 'Night shift', members: [] } });
    expect(saved).toMatchObject({ __typename: 'TeamSaved', team: { id, name: 'Night', members } });
    expect(stale).toEqual({ __typename: 'ChangedMeanwhile', message: expect.any(String) });
    expect(listed).toEqual({ teams: [{ id, name: 'Night', members }] });
    expect(await morgan.data(TEAMS)).toEqual({ teams: [] });
    expect(await morgan.data(PEOPLE)).toMatchObject({ people: [{ teams: [] }] });
  });

  it('that are deleted while somebody is invited into them, or joins, keep nobody out', async () => {
    const morgan = await lab.seed.firstAdministrator();
    const teams = [randomUUID(), randomUUID()];
    for (const id of teams) await morgan.outcome(SAVE_TEAM, { input: { id, name: id, members: [] } });
    const deleted = (id: unknown) => (manager: EntityManager) =>
      manager.query('DELETE FROM team WHERE id = $1', [id]);

    const invited = await meanwhile(lab.dataSource, deleted(teams[0]), () =>
      morgan.outcome(INVITE, invitation({ team: teams[0] })),
    );
    const { token } = await morgan.outcome(INVITE, invitation({ team: teams[1] }));
    const input = { token, name: 'Robin Vale', password: PASSWORD };
    const joined = await meanwhile(lab.dataSource, deleted(teams[1]), () =>
      lab.stranger().outcome(ACCEPT, { input }),
    );

    expect([invited.__typename, joined.__typename]).toEqual(['InvitationDrawn', 'Welcome']);
    expect(await morgan.data(INVITATIONS)).toMatchObject({ invitations: [{ team: null }] });
    expect(await morgan.data(PEOPLE)).toMatchObject({ people: [{}, { name: 'Robin Vale', teams: [] }] });
  });

  it('have names of their own', async () => {
    const morgan = await lab.seed.firstAdministrator();
    await morgan.outcome(SAVE_TEAM, { input: { id: randomUUID(), name: 'Night', members: [] } });

    for (const name of ['NIGHT', ' ', 'x'.repeat(101)]) {
      expect(await morgan.outcome(SAVE_TEAM, { input: { id: randomUUID(), name, members: [] } })).toEqual({
        __typename: 'InvalidTeam',
        message: expect.any(String),
      });
    }
  });
});
