import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { REMOVE } from '../testing/account-operations.ts';
import { idOf } from '../testing/case-story.ts';
import { KEPT_OUT_LABELS, SAVE_KEPT_OUT } from '../testing/casework-operations.ts';
import { useTestServer } from '../testing/test-server.ts';

describe('saveKeptOutLabel', () => {
  const lab = useTestServer();

  /** An administrator; one who was removed while a label was written that stands for them; and how it is written. */
  async function removedMeanwhile() {
    const morgan = await lab.seed.firstAdministrator();
    const noor = await lab.seed.colleague();
    const ids = { morgan: await idOf(morgan), noor: await idOf(noor) };
    await morgan.outcome(REMOVE, { id: ids.noor });
    const label = { id: randomUUID(), texts: [{ locale: 'en', text: 'somebody in personnel' }] };
    const save = (caseworkerIds: string[], version: string | null = null) =>
      morgan.outcome(SAVE_KEPT_OUT, { input: { ...label, caseworkerIds, version } });
    return { morgan, ids, save };
  }

  it('leaves out who was removed meanwhile, says so in its answer, and takes the next change', async () => {
    const { ids, save } = await removedMeanwhile();

    const saved = await save([ids.noor, ids.morgan]);
    const again = await save([ids.noor, ids.morgan]);
    const { version } = saved['label'] as { version: string };
    const changed = await save([ids.morgan], version);

    expect(saved).toMatchObject({
      __typename: 'KeptOutLabelSaved',
      label: { caseworkers: [{ name: 'Morgan Ellis' }] },
    });
    expect(again).toEqual(saved);
    expect(changed).toEqual(saved);
  });

  it.each<[string, (ids: { noor: string; morgan: string }) => string[]]>([
    ['stands for nobody but who was removed', ({ noor }) => [noor]],
    ['stands for an id that nobody ever had', ({ morgan }) => [morgan, randomUUID()]],
    ['stands for what is no id', ({ morgan }) => [morgan, 'Morgan']],
  ])('stores none that %s', async (_, chosen) => {
    const { morgan, ids, save } = await removedMeanwhile();

    const refused = await save(chosen(ids));

    expect(refused.__typename).toBe('InvalidKeptOutLabel');
    expect(await morgan.data(KEPT_OUT_LABELS)).toEqual({ keptOutLabels: [] });
  });
});
