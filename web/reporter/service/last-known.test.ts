import { describe, expect, it } from '@jest/globals';
import { LastKnown } from './last-known.ts';

const gone = () => Promise.reject(new Error('gone'));

describe('LastKnown', () => {
  it('gives the newest answer while there is one', async () => {
    const names = new LastKnown<string>();
    await names.read('en', async () => 'first');

    expect(await names.read('en', async () => 'second')).toBe('second');
  });

  it('gives the last answer while the service is gone', async () => {
    const names = new LastKnown<string>();
    await names.read('en', async () => 'first');

    expect(await names.read('en', gone)).toBe('first');
  });

  it('never gives the answer in another language', async () => {
    const names = new LastKnown<string>();
    await names.read('en', async () => 'first');

    expect(await names.read('cy', gone)).toBeNull();
  });
});
