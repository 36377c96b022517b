import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { DELETE_TEMPLATE, SAVE_TEMPLATE, TEMPLATES } from '../testing/casework-operations.ts';
import type { GraphQLClient, Outcome } from '../testing/graphql-client.ts';
import { useTestServer } from '../testing/test-server.ts';

function template(change: Record<string, unknown> = {}) {
  const texts = [
    { locale: 'en', text: 'Thank you. We aim to reply by {{expected date}}.' },
    { locale: 'cy', text: 'Diolch.' },
  ];
  return { input: { id: randomUUID(), name: 'Thanks', sort: 1, texts, ...change } };
}

type Saved = { id: string; version: string };

const idIn = (outcome: Outcome) => (outcome['template'] as Saved).id;

/** Saves it anew, based on what an earlier save answered. */
const change = (by: GraphQLClient, outcome: Outcome, changes: Record<string, unknown>) => {
  const { id, version } = outcome['template'] as Saved;
  return by.outcome(SAVE_TEMPLATE, template({ id, version, ...changes }));
};

describe('templates', () => {
  const lab = useTestServer();

  it('are listed in their order, with all languages, for every caseworker', async () => {
    const morgan = await lab.seed.firstAdministrator();
    const noor = await lab.seed.colleague();
    const [later, first] = [template({ name: 'B', sort: 2 }), template({ name: 'C', sort: 1 })];
    for (const each of [later, first]) await morgan.outcome(SAVE_TEMPLATE, each);

    const { templates } = await noor.data<{ templates: unknown[] }>(TEMPLATES);

    expect(templates).toEqual([first.input, later.input]);
  });

  it('are changed by saving the same id again, and a retry makes no second one', async () => {
    const morgan = await lab.seed.firstAdministrator();
    const saved = template();
    const made = await morgan.outcome(SAVE_TEMPLATE, saved);
    const tries = await Promise.all([1, 2].map(() => morgan.outcome(SAVE_TEMPLATE, saved)));

    const outcome = await change(morgan, made, { name: ' New name ' });

    expect(tries).toEqual([made, made]);
    expect(outcome).toMatchObject({ __typename: 'TemplateSaved', template: { name: 'New name' } });
    expect((await morgan.data<{ templates: unknown[] }>(TEMPLATES)).templates).toHaveLength(1);
    const entries = await lab.dataSource.query("SELECT FROM audit_entry WHERE act = 'TEMPLATE_SAVED'");
    expect(entries).toHaveLength(2);
  });

  it('lose nothing to a save that is based on what somebody changed or deleted since', async () => {
    const morgan = await lab.seed.firstAdministrator();
    const noor = await lab.seed.colleague();
    const read = await morgan.outcome(SAVE_TEMPLATE, template());
    const texts = [{ locale: 'en', text: 'Noor changed this.' }];
    const changed = await change(noor, read, { texts });

    const stale = await change(morgan, read, { name: 'Morgan changed this' });
    const lost = await change(noor, read, { texts });
    const kept = await morgan.data(TEMPLATES);
    await noor.data(DELETE_TEMPLATE, { id: idIn(read) });
    const late = await change(morgan, changed, { name: 'Morgan changed this' });

    expect([changed, stale, lost, late].map((each) => each.__typename)).toEqual([
      'TemplateSaved',
      'ChangedMeanwhile',
      'TemplateSaved',
      'ChangedMeanwhile',
    ]);
    expect(kept).toMatchObject({ templates: [{ name: 'Thanks', texts }] });
    expect(await morgan.data(TEMPLATES)).toEqual({ templates: [] });
  });

  it('are deleted, and deleting what is gone does no harm', async () => {
    const morgan = await lab.seed.firstAdministrator();
    const { input } = template();
    await morgan.outcome(SAVE_TEMPLATE, { input });

    const answers = await Promise.all(
      [input.id, input.id, 'x', '\u0000'].map((id) => morgan.data(DELETE_TEMPLATE, { id })),
    );

    expect(answers).toEqual(answers.map(() => ({ deleteTemplate: true })));
    expect(await morgan.data(TEMPLATES)).toEqual({ templates: [] });
  });

  it.each<[string, Record<string, unknown>]>([
    ['no name', { name: ' ' }],
    ['a name of 101 characters', { name: 'x'.repeat(101) }],
    ['no language', { texts: [] }],
    ['an empty text', { texts: [{ locale: 'en', text: '  ' }] }],
    ['a text of 5,001 characters', { texts: [{ locale: 'en', text: 'x'.repeat(5_001) }] }],
    ['a language that is none', { texts: [{ locale: '__proto__', text: 'x' }] }],
    [
      'one language twice',
      {
        texts: [
          { locale: 'en', text: 'x' },
          { locale: 'en', text: 'y' },
        ],
      },
    ],
    ['an id that is none', { id: 'x' }],
  ])('are refused with %s', async (_, change) => {
    const morgan = await lab.seed.firstAdministrator();

    const outcome = await morgan.outcome(SAVE_TEMPLATE, template(change));

    expect(outcome).toEqual({ __typename: 'InvalidTemplate', message: expect.any(String) });
    expect(await morgan.data(TEMPLATES)).toEqual({ templates: [] });
  });

  it('have a name each', async () => {
    const morgan = await lab.seed.firstAdministrator();
    await morgan.outcome(SAVE_TEMPLATE, template());

    const outcome = await morgan.outcome(SAVE_TEMPLATE, template());

    expect(outcome.__typename).toBe('InvalidTemplate');
  });

  it('need a session', async () => {
    const stranger = lab.stranger();

    const codes = await Promise.all([
      stranger.errorCodes(TEMPLATES),
      stranger.errorCodes(SAVE_TEMPLATE, template()),
      stranger.errorCodes(DELETE_TEMPLATE, { id: randomUUID() }),
    ]);

    expect(codes).toEqual(codes.map(() => ['UNAUTHENTICATED']));
  });
});
