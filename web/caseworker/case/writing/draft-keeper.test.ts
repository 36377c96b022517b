import { describe, expect, it } from '@jest/globals';
import { answered, sending, written } from './draft.ts';
import { DraftKeeper } from './draft-keeper.ts';
import { type DraftPlace, Drafts } from './drafts.ts';

const place: DraftPlace = { caseId: 'one', kind: 'REPLY' };

function deskWith(answers: readonly boolean[] = []) {
  const drafts = new Drafts();
  const saves: string[] = [];
  const left = [...answers];
  const keeper = new DraftKeeper(drafts, async (_, text) => {
    saves.push(text);
    return left.shift() ?? true;
  });
  const write = (text: string) => drafts.step(place, (draft) => written(draft, text));
  return { drafts, keeper, saves, write };
}

describe('DraftKeeper', () => {
  it('saves what stands there, and nothing twice', async () => {
    const { keeper, saves, write } = deskWith();
    keeper.restore('one', []);
    write('Words');

    await keeper.flush(place);
    await keeper.flush(place);

    expect(saves).toEqual(['Words']);
    expect(keeper.isSaved(place)).toBe(true);
  });

  it('saves once more what was written while a save was on its way', async () => {
    const { keeper, saves, write } = deskWith();
    keeper.restore('one', []);
    write('First');

    const flushed = keeper.flush(place);
    write('First and second');
    await flushed;

    expect(saves).toEqual(['First', 'First and second']);
  });

  it('deletes the draft of what was sent', async () => {
    const { drafts, keeper, saves, write } = deskWith();
    keeper.restore('one', []);
    write('Words');
    await keeper.flush(place);

    drafts.step(place, sending);
    drafts.step(place, (draft) => answered(draft, { __typename: 'ReplySent' }, 'fresh'));
    await keeper.flush(place);

    expect(saves).toEqual(['Words', '']);
  });

  it('writes nothing over a draft that has not arrived yet', async () => {
    const { keeper, drafts, saves, write } = deskWith();
    write('Quick words');

    await keeper.flush(place);
    expect(saves).toEqual([]);
    keeper.restore('one', [{ kind: 'REPLY', text: 'Kept' }]);
    await keeper.flush(place);

    expect(drafts.of(place).text).toBe('Kept\n\nQuick words');
    expect(saves).toEqual(['Kept\n\nQuick words']);
  });

  it('knows what would be lost while the service takes nothing', async () => {
    const { keeper, write } = deskWith([false]);
    keeper.restore('one', []);
    write('Words');

    const isAllSaved = await keeper.flushAll();

    expect(isAllSaved).toBe(false);
    expect(keeper.unsavedCount()).toBe(1);
    expect(await keeper.flushAll()).toBe(true);
  });

  it('neither saves nor misses what was written on a case that is forgotten, also while a save fails', async () => {
    const { drafts, keeper, saves, write } = deskWith([false]);
    keeper.restore('one', []);
    write('Words');

    const flushed = keeper.flush(place);
    keeper.forget('one');
    drafts.forget('one');
    await flushed;
    await keeper.flushAll();

    expect(saves).toEqual(['Words']);
    expect(keeper.unsavedCount()).toBe(0);
    expect(drafts.of(place).text).toBe('');
  });
});
