import { describe, expect, it } from '@jest/globals';
import { answered, sending, written } from './draft.ts';
import type { DraftLeft } from './draft-channel.ts';
import { DraftKeeper, type SaveDraft } from './draft-keeper.ts';
import { type DraftPlace, Drafts } from './drafts.ts';

const place: DraftPlace = { caseId: 'one', kind: 'REPLY' };

function deskWith(answers: readonly boolean[] = []) {
  const drafts = new Drafts();
  const saves: string[] = [];
  const left = [...answers];
  const told: [DraftPlace, DraftLeft][] = [];
  let hear: (place: DraftPlace, left: DraftLeft) => void = () => {};
  const save: SaveDraft = async (_, text) => {
    saves.push(text);
    return left.shift() ?? true;
  };
  const keeper = new DraftKeeper(drafts, save, {
    tell: (...news) => told.push(news),
    follow: (heard) => {
      hear = heard;
    },
  });
  const write = (text: string) => drafts.step(place, (draft) => written(draft, text));
  const heardOfOther = (left: DraftLeft) => hear(place, left);
  return { drafts, keeper, saves, told, write, heardOfOther };
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

  it('saves its words again when another tab deleted what was kept', async () => {
    const { keeper, saves, write, heardOfOther } = deskWith();
    keeper.restore('one', []);
    write('Words');
    await keeper.flush(place);

    heardOfOther('nothing');
    expect(keeper.isSaved(place)).toBe(false);
    await keeper.flush(place);

    expect(saves).toEqual(['Words', 'Words']);
    expect(keeper.isSaved(place)).toBe(true);
  });

  it('says no more that its words are kept once those of another tab are, and takes no place from it unasked', async () => {
    const { keeper, saves, write, heardOfOther } = deskWith();
    keeper.restore('one', []);
    write('Words');
    await keeper.flush(place);

    heardOfOther('words');

    expect(keeper.isSaved(place)).toBe(false);
    expect(keeper.unsavedCount()).toBe(1);
    expect(saves).toEqual(['Words']);
  });

  it('takes no words for kept when another tab saved its own in the same moment', async () => {
    const { keeper, saves, write, heardOfOther } = deskWith();
    keeper.restore('one', []);
    write('Words');

    const flushed = keeper.flush(place);
    heardOfOther('words');
    await flushed;

    expect(keeper.isSaved(place)).toBe(false);
    expect(saves).toEqual(['Words']);
  });

  it('leaves the words of another tab alone where it has none', async () => {
    const { keeper, saves, heardOfOther } = deskWith();
    keeper.restore('one', []);

    heardOfOther('words');
    await keeper.flush(place);
    heardOfOther('nothing');
    await keeper.flush(place);

    expect(saves).toEqual([]);
  });

  it('tells other tabs what became of the place, and nothing of the words', async () => {
    const { drafts, keeper, told, write } = deskWith();
    keeper.restore('one', []);
    write('Words');
    await keeper.flush(place);
    drafts.step(place, (draft) => answered(sending(draft), { __typename: 'ReplySent' }, 'fresh'));
    keeper.sent(place);

    expect(told).toEqual([
      [place, 'words'],
      [place, 'nothing'],
    ]);
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
