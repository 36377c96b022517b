import { describe, expect, it } from '@jest/globals';
import { NewReplies, textFor } from './new-replies.ts';

describe('NewReplies', () => {
  it('counts a reply once, however often a re-subscription delivers it', () => {
    const replies = new NewReplies(3);

    for (const seq of [4, 4, 6, 4]) replies.add(seq);

    expect(replies.count).toBe(2);
  });

  it('does not announce what the page shows already', () => {
    const replies = new NewReplies(3);

    for (const seq of [1, 3]) replies.add(seq);

    expect(replies.count).toBe(0);
  });

  it('re-subscribes from the newest reply that arrived', () => {
    const replies = new NewReplies(3);

    expect(replies.last).toBe(3);
    for (const seq of [7, 5]) replies.add(seq);
    expect(replies.last).toBe(7);
  });
});

describe('textFor', () => {
  const texts = ['one', 'two', 'many'];

  it('has a sentence for every number', () => {
    expect([1, 2, 3, 40].map((count) => textFor(count, texts))).toEqual(['one', 'two', 'many', 'many']);
  });
});
