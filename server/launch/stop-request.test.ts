import { describe, expect, it } from '@jest/globals';
import { StopRequest } from './stop-request.ts';

describe('StopRequest', () => {
  const settled = async (promise: Promise<unknown>) =>
    await Promise.race([promise.then(() => true), Promise.resolve().then(() => false)]);

  it('keeps the reason that came first', async () => {
    const request = new StopRequest();

    request.stop('launcher gone');
    request.stop('failure');

    expect(await request.requested).toBe('launcher gone');
    expect(request.isRequested).toBe(true);
  });

  it('asks for nothing by itself', async () => {
    const request = new StopRequest();

    expect(request.isRequested).toBe(false);
    expect(await settled(request.requested)).toBe(false);
    expect(await settled(request.forced)).toBe(false);
  });

  it('takes the copies of one Ctrl+C for one, and a later one for haste', async () => {
    let now = 0;
    const request = new StopRequest(() => now);

    request.onSignal();
    now = 900;
    request.onSignal();
    expect(await settled(request.forced)).toBe(false);
    now = 1_100;
    request.onSignal();

    expect(await settled(request.forced)).toBe(true);
    expect(await request.requested).toBe('signal');
  });
});
