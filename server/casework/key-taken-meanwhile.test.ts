import { describe, expect, it } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { CaseStory, idOf, keyed } from '../testing/case-story.ts';
import { ASSIGN, SET_LABELS } from '../testing/casework-operations.ts';
import type { Outcome } from '../testing/graphql-client.ts';
import { meanwhile } from '../testing/meanwhile.ts';
import { useTestServer } from '../testing/test-server.ts';

describe('whoever loses the key to a case while they work on it', () => {
  const lab = useTestServer();

  const label = ({ noor, caseId }: CaseStory) =>
    noor.outcome(SET_LABELS, { input: { caseId, add: ['urgent'] } });
  const assign = async ({ noor, caseId }: CaseStory) =>
    noor.outcome(ASSIGN, keyed({ caseId, caseworkerId: null }));

  /** Locks as all do who take a key away or delete a case. */
  const takenWhile = async (
    story: CaseStory,
    act: (story: CaseStory) => Promise<Outcome>,
    take: (manager: EntityManager, noor: string) => Promise<unknown>,
  ) => {
    const noor = await idOf(story.noor);
    const first = async (manager: EntityManager) => {
      await take(manager, noor);
      await manager.query('SELECT FROM case_file FOR UPDATE');
    };
    return meanwhile(lab.dataSource, first, () => act(story));
  };

  const kept = (manager: EntityManager, noor: string) =>
    manager.query('DELETE FROM case_wrap WHERE caseworker_id = $1', [noor]);
  const deleted = (manager: EntityManager) =>
    manager.query('WITH gone AS (DELETE FROM case_file) DELETE FROM case_wrap');

  it.each<[string, typeof label, typeof kept]>([
    ['labels it, kept out', label, kept],
    ['labels it, deleted', label, deleted],
    ['takes it from its assignee, kept out', assign, kept],
    ['takes it from its assignee, deleted', assign, deleted],
  ])('has not done what they did: %s', async (_, act, take) => {
    const story = await CaseStory.begin(lab);
    await story.assign(await idOf(story.morgan));

    const outcome = await takenWhile(story, act, take);

    expect(outcome.__typename).toBe('CaseNotFound');
    expect(await lab.dataSource.query('SELECT FROM case_label')).toEqual([]);
    expect(await lab.dataSource.query('SELECT FROM case_file WHERE assignee_id IS NULL')).toEqual([]);
  });
});
