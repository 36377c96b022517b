import { describe, expect, it } from '@jest/globals';
import { Activity } from './activity.ts';

describe('Activity', () => {
  it('is recent for five minutes after the last use, and no longer', () => {
    let now = 0;
    const activity = new Activity(() => now);

    now = 300_000;
    expect(activity.isRecent()).toBe(true);
    now = 300_001;
    expect(activity.isRecent()).toBe(false);
    activity.noticed();

    expect(activity.isRecent()).toBe(true);
  });

  it.each(['keydown', 'pointerdown', 'wheel'])('takes %s for use', (sign) => {
    let now = 0;
    const activity = new Activity(() => now);
    const page = new EventTarget();
    activity.follow(page);
    now = 1_000_000;

    page.dispatchEvent(new Event(sign));

    expect(activity.isRecent()).toBe(true);
  });
});
