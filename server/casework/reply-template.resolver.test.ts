import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { DELETE_TEMPLATE, SAVE_TEMPLATE, TEMPLATES } from '../testing/casework-operations.ts';
import { useTestServer } from '../testing/test-server.ts';

function template(change: Record<string, unknown> = {}) {
  const texts = [
    { locale: 'en', text: 'Thank you. We aim to reply by {{expected date}}.' },
    { locale: 'cy', text: 'Diolch.' },
  ];
  return { input: { id: randomUUID(), name: 'Thanks', sort: 1, texts, ...change } };
}

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
    await Promise.all([1, 2, 3].map(() => morgan.outcome(SAVE_TEMPLATE, saved)));

    const outcome = await morgan.outcome(SAVE_TEMPLATE, { input: { ...saved.input, name: ' New name ' } });

    expect(outcome).toMatchObject({ __typename: 'TemplateSaved', template: { name: 'New name' } });
    expect((await morgan.data<{ templates: unknown[] }>(TEMPLATES)).templates).toHaveLength(1);
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
