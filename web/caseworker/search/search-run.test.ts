import { describe, expect, it } from '@jest/globals';
import type { Failure } from '../service/failure.ts';
import { type Hit, MOST_HITS, SearchRun, type StretchFound } from './search-run.ts';

function stretch(count: number, endCursor: string | null, scanned = 10): StretchFound {
  const hits = Array.from(
    { length: count },
    (_, index) => ({ case: { id: `${endCursor} ${index}` } }) as Hit,
  );
  return { hits, scanned, total: 30, endCursor };
}

function searchOver(answers: readonly (StretchFound | Failure)[]) {
  const asked: (string | null)[] = [];
  const left = [...answers];
  const run = new SearchRun(async (_, after) => {
    asked.push(after);
    return left.shift() ?? stretch(0, null);
  });
  return { run, asked };
}

describe('SearchRun', () => {
  it('asks for stretch after stretch until there are none, though one of them holds no hit', async () => {
    const { run, asked } = searchOver([stretch(2, 'one'), stretch(0, 'two', 20), stretch(1, null, 30)]);

    await run.begin('words');

    expect(asked).toEqual([null, 'one', 'two']);
    expect(run.get()).toMatchObject({ stage: 'finished', scanned: 30, total: 30 });
    expect(run.get().hits).toHaveLength(3);
  });

  it('keeps what was found when the service is lost, and goes on from there', async () => {
    const { run, asked } = searchOver([stretch(2, 'one'), 'unreachable', stretch(1, null)]);

    await run.begin('words');
    expect(run.get()).toMatchObject({ stage: 'stopped', failure: 'unreachable' });
    await run.goOn();

    expect(asked).toEqual([null, 'one', 'one']);
    expect(run.get().hits).toHaveLength(3);
    expect(run.get()).toMatchObject({ stage: 'finished', failure: null });
  });

  it('ends where there are more hits than anybody reads', async () => {
    const { run, asked } = searchOver([stretch(150, 'one'), stretch(150, 'two')]);

    await run.begin('words');

    expect(asked).toHaveLength(2);
    expect(run.get().stage).toBe('full');
    expect(run.get().hits).toHaveLength(MOST_HITS);
  });

  it('drops the answer to a search that another one has replaced', async () => {
    const { run } = searchOver([stretch(5, 'one'), stretch(1, null)]);

    const first = run.begin('words');
    const second = run.begin('other words');
    await Promise.all([first, second]);

    expect(run.get()).toMatchObject({ text: 'other words', stage: 'finished' });
    expect(run.get().hits).toHaveLength(1);
  });

  it('stops when asked to, and forgets when asked to', async () => {
    const { run } = searchOver([stretch(5, 'one')]);
    const running = run.begin('words');

    run.stop();
    await running;
    expect(run.get().stage).toBe('stopped');
    run.forget();

    expect(run.get()).toMatchObject({ text: '', stage: 'nothing', hits: [] });
  });
});
