import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import {
  ACCEPT_RESET,
  CHANGE_ROLES,
  DISABLE,
  INVITATIONS,
  INVITE,
  LINK_OFFER,
  PEOPLE,
  REMOVE,
  RESET,
} from '../testing/account-operations.ts';
import { idOf } from '../testing/case-story.ts';
import type { GraphQLClient } from '../testing/graphql-client.ts';
import { meanwhile } from '../testing/meanwhile.ts';
import { ACCEPT, SIGN_IN } from '../testing/operations.ts';
import { PASSWORD } from '../testing/seed.ts';
import { useTestServer } from '../testing/test-server.ts';

const NOOR = { email: 'noor@example.ac.uk', password: 'harbour pencil comet wool' };

describe('what an administrator drew who is none any more', () => {
  const lab = useTestServer();

  async function twoAdministrators() {
    const morgan = await lab.seed.firstAdministrator();
    await lab.seed.colleague();
    const { people } = await morgan.data<{ people: { id: string; name: string }[] }>(PEOPLE);
    const noorId = people.find(({ name }) => name === 'Noor Haddad')?.id ?? '';
    await morgan.outcome(CHANGE_ROLES, { id: noorId, roles: ['ADMINISTRATOR', 'CASEWORKER'] });
    const noor = lab.stranger();
    await noor.outcome(SIGN_IN, { input: NOOR });
    return { morgan, morganId: await idOf(morgan), noor, noorId };
  }
  const invitation = () => ({
    input: { id: randomUUID(), email: 'robin@example.ac.uk', roles: ['ADMINISTRATOR'] },
  });
  const join = (token: unknown) =>
    lab.stranger().outcome(ACCEPT, { input: { token, name: 'Robin Vale', password: PASSWORD } });
  const beginAnew = (token: unknown) =>
    lab.stranger().outcome(ACCEPT_RESET, { input: { token, password: PASSWORD } });

  it.each<[string, (morgan: GraphQLClient, id: string) => Promise<unknown>]>([
    ['was removed', (morgan, id) => morgan.outcome(REMOVE, { id })],
    ['was switched off', (morgan, id) => morgan.outcome(DISABLE, { id })],
    ['lost the role', (morgan, id) => morgan.outcome(CHANGE_ROLES, { id, roles: ['CASEWORKER'] })],
  ])('lets nobody in once its maker %s', async (_, end) => {
    const { morgan, morganId, noor, noorId } = await twoAdministrators();
    const invited = await noor.outcome(INVITE, invitation());
    const reset = await noor.outcome(RESET, { id: morganId });

    await end(morgan, noorId);

    expect(await lab.stranger().data(LINK_OFFER, { token: invited['token'] })).toEqual({ linkOffer: null });
    expect((await join(invited['token'])).__typename).toBe('InvitationRefused');
    expect((await beginAnew(reset['token'])).__typename).toBe('InvitationRefused');
    const { invitations } = await morgan.data<{ invitations: { worksUntil: string }[] }>(INVITATIONS);
    expect(invitations.map(({ worksUntil }) => new Date(worksUntil) <= lab.clock.now())).toEqual([true]);
  });

  it('keeps working as long as its maker is an administrator', async () => {
    const { morgan, morganId, noor, noorId } = await twoAdministrators();
    const invited = await noor.outcome(INVITE, invitation());
    const reset = await noor.outcome(RESET, { id: morganId });

    await morgan.outcome(CHANGE_ROLES, { id: noorId, roles: ['ADMINISTRATOR'] });

    expect((await join(invited['token'])).__typename).toBe('Welcome');
    expect((await beginAnew(reset['token'])).__typename).toBe('Welcome');
  });

  it.each<[string, (noor: GraphQLClient, morganId: string) => Promise<readonly unknown[]>]>([
    ['an invitation', (noor) => noor.errorCodes(INVITE, invitation())],
    ['a link to begin anew', (noor, id) => noor.errorCodes(RESET, { id })],
    ['an act on somebody', (noor, id) => noor.errorCodes(DISABLE, { id })],
  ])('is refused where the role was taken while %s was asked for', async (_, ask) => {
    const { noor, noorId, morganId } = await twoAdministrators();
    await join(await lab.seed.invitation('robin@example.ac.uk'));

    const codes = await meanwhile(
      lab.dataSource,
      (manager) => manager.query(`UPDATE caseworker SET roles = '{CASEWORKER}' WHERE id = $1`, [noorId]),
      () => ask(noor, morganId),
    );

    expect(codes).toEqual(['FORBIDDEN']);
  });
});
