import { describe, expect, it } from '@jest/globals';
import { written } from './draft.ts';
import { type DraftPlace, Drafts } from './drafts.ts';

const reply = (caseId: string): DraftPlace => ({ caseId, kind: 'REPLY' });

describe('Drafts', () => {
  it('keeps one draft with one key for each case', () => {
    const drafts = new Drafts();

    drafts.step(reply('one'), (draft) => written(draft, 'Words'));

    expect(drafts.of(reply('one')).text).toBe('Words');
    expect(drafts.of(reply('two')).text).toBe('');
    expect(drafts.of(reply('one')).idempotencyKey).toBe(drafts.of(reply('one')).idempotencyKey);
    expect(drafts.of(reply('one')).idempotencyKey).not.toBe(drafts.of(reply('two')).idempotencyKey);
  });

  it('never lets a note become a reply: they are two drafts', () => {
    const drafts = new Drafts();

    drafts.step({ caseId: 'one', kind: 'NOTE' }, (draft) => written(draft, 'For staff alone'));

    expect(drafts.of(reply('one')).text).toBe('');
  });

  it('keeps nothing of what is thrown away, nor its key', () => {
    const drafts = new Drafts();
    const { idempotencyKey } = drafts.step(reply('one'), (draft) => written(draft, 'Words'));

    drafts.discard();

    expect(drafts.hasUnsent(reply('one'))).toBe(false);
    expect(drafts.of(reply('one')).idempotencyKey).not.toBe(idempotencyKey);
  });

  it('tells its followers of each step', () => {
    const drafts = new Drafts();
    let told = 0;
    drafts.subscribe(() => {
      told += 1;
    });

    drafts.step(reply('one'), (draft) => written(draft, 'W'));
    drafts.step(reply('one'), (draft) => written(draft, 'Wo'));

    expect(told).toBe(2);
  });
});
