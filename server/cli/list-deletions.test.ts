import { describe, expect, it } from '@jest/globals';
import { DeploymentSecrets } from '../crypto/deployment-secrets.ts';
import { keepFor, MARK_READ } from '../retention/testing/retention-operations.ts';
import { CaseStory } from '../testing/case-story.ts';
import { noonOfToday, useTestServer } from '../testing/test-server.ts';
import { listDeletions } from './list-deletions.ts';

describe('the dry run of retention', () => {
  const lab = useTestServer(noonOfToday);
  const shown: string[] = [];

  const list = (days: number) => {
    shown.length = 0;
    const installation = { dataSource: lab.dataSource, secrets: DeploymentSecrets.fromMaster(lab.master) };
    return listDeletions(installation, days, { write: (text) => shown.push(text) });
  };

  it('says that nothing is deleted where no time is set', async () => {
    await lab.seed.firstAdministrator();

    expect(await list(30)).toEqual([expect.stringMatching(/^Nothing is deleted until .*: no time is set/)]);
  });

  it('lists closed cases with their days, says what is kept back, shows how far it is, and deletes nothing', async () => {
    const story = await CaseStory.begin(lab);
    const { number } = await story.record();
    await keepFor(story.morgan, 91);
    await story.move('CLOSED', 'done');

    const soon = await list(30);
    const unopened = await list(100);
    await story.morgan.data(MARK_READ, { id: story.caseId, seq: 0 });
    const opened = await list(100);

    expect(soon).toEqual([expect.stringMatching(/^No closed case is deleted until /)]);
    expect(unopened).toEqual([
      'case      ended on    deleted on',
      expect.stringMatching(new RegExp(`^${number} +\\S+  \\S+  kept back: nobody has opened all of it$`)),
      expect.stringMatching(/^0 to be deleted until \S+, 1 kept back\. Nothing was deleted now\.$/),
    ]);
    expect(opened.at(-1)).toMatch(/^1 to be deleted until \S+, 0 kept back\./);
    expect(shown).toEqual(['Looking through closed cases … 100 %\n']);
    expect(await lab.dataSource.query('SELECT FROM case_file')).toHaveLength(1);
  });

  it('says until when nothing is deleted where the clock has jumped, and gives no earlier day', async () => {
    const story = await CaseStory.begin(lab);
    await keepFor(story.morgan, 91);
    await story.morgan.data(MARK_READ, { id: story.caseId, seq: 0 });
    await story.move('CLOSED', 'done');
    await lab.dataSource.query(
      "UPDATE case_file SET closed_on = '2020-01-01'; UPDATE organisation SET retention_set_on = '2020-01-01'",
    );
    await lab.dataSource.query("UPDATE day_seen SET seen_on = '2020-02-01'");

    const [sooner, later] = [await list(3), await list(30)];

    const [, day] = /^Nothing is deleted before (\S+): the clock/.exec(sooner[0] ?? '') ?? [];
    expect(sooner).toHaveLength(1);
    expect(later[0]).toBe(sooner[0]);
    expect(later[2]).toMatch(new RegExp(`  2020-01-01  ${day}$`));
    expect(later.at(-1)).toMatch(/^1 to be deleted until /);
  });
});
