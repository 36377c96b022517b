import { describe, expect, it } from '@jest/globals';
import { GrantRun, type GrantStep, type StepGranted } from './grant-run.ts';

const NOOR = { id: 'noor', name: 'Noor Haddad' };
const some = (granted: number, left: number): StepGranted => ({
  granted,
  left,
  notGrantedCount: null,
  notGranted: [],
});
const last = (granted: number): StepGranted => ({ granted, left: 0, notGrantedCount: 0, notGranted: [] });

/** Answers the steps in turn. */
function answering(answers: Awaited<ReturnType<GrantStep>>[]): { run: GrantRun; asked: string[] } {
  const asked: string[] = [];
  const run = new GrantRun((id) => {
    asked.push(id);
    return Promise.resolve(answers.shift() ?? 'service');
  });
  return { run, asked };
}

describe('GrantRun', () => {
  it('asks until nothing is left, and adds up', async () => {
    const { run, asked } = answering([some(100, 130), some(100, 30), last(30)]);

    await run.begin(NOOR, 230);

    expect(asked).toEqual(['noor', 'noor', 'noor']);
    expect(run.get()).toMatchObject({ stage: 'finished', granted: 230, left: 0 });
  });

  it('pauses where no answer comes, and goes on from there', async () => {
    const { run } = answering([some(100, 130), 'unreachable', some(100, 30), last(30)]);

    await run.begin(NOOR, 230);
    const paused = run.get();
    await run.goOn();

    expect(paused).toMatchObject({ stage: 'paused', failure: 'unreachable', granted: 100, left: 130 });
    expect(run.get()).toMatchObject({ stage: 'finished', failure: null, granted: 230 });
  });

  it('ends where the colleague can be given no case any more', async () => {
    const { run, asked } = answering([some(100, 130), 'refused-person', last(0)]);

    await run.begin(NOOR, 230);
    await run.goOn();

    expect(run.get()).toMatchObject({ stage: 'refused', granted: 100 });
    expect(asked).toHaveLength(2);
  });

  it('takes no second one while it runs, and shows nothing of a late answer after it was abandoned', async () => {
    let answer: (step: StepGranted) => void = () => {};
    const asked: string[] = [];
    const run = new GrantRun((id) => {
      asked.push(id);
      return new Promise((resolve) => {
        answer = resolve;
      });
    });

    const begun = run.begin(NOOR, 2);
    await run.begin({ id: 'robin', name: 'Robin Lake' }, 2);
    run.abandon();
    answer(some(1, 1));
    await begun;

    expect(asked).toEqual(['noor']);
    expect(run.get()).toBeNull();
  });
});
