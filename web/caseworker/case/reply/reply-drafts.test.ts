import { describe, expect, it } from '@jest/globals';
import { written } from './reply-draft.ts';
import { ReplyDrafts } from './reply-drafts.ts';

describe('ReplyDrafts', () => {
  it('keeps one draft with one key for each case', () => {
    const drafts = new ReplyDrafts();

    drafts.step('one', (draft) => written(draft, 'Words'));

    expect(drafts.of('one').text).toBe('Words');
    expect(drafts.of('two').text).toBe('');
    expect(drafts.of('one').idempotencyKey).toBe(drafts.of('one').idempotencyKey);
    expect(drafts.of('one').idempotencyKey).not.toBe(drafts.of('two').idempotencyKey);
  });

  it('counts only drafts with words in them as unsent', () => {
    const drafts = new ReplyDrafts();

    drafts.step('one', (draft) => written(draft, 'Words'));
    drafts.step('two', (draft) => written(draft, '  '));

    expect(drafts.unsentCount()).toBe(1);
  });

  it('keeps nothing of what is thrown away, nor its key', () => {
    const drafts = new ReplyDrafts();
    const { idempotencyKey } = drafts.step('one', (draft) => written(draft, 'Words'));

    drafts.discard();

    expect(drafts.unsentCount()).toBe(0);
    expect(drafts.of('one').idempotencyKey).not.toBe(idempotencyKey);
  });

  it('tells its followers of each step', () => {
    const drafts = new ReplyDrafts();
    let told = 0;
    drafts.subscribe(() => {
      told += 1;
    });

    drafts.step('one', (draft) => written(draft, 'W'));
    drafts.step('one', (draft) => written(draft, 'Wo'));

    expect(told).toBe(2);
  });
});
