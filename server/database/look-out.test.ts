import { EventEmitter, once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { openLog } from '../shared/log.ts';
import { eventually } from '../testing/eventually.ts';
import { LookOut } from './look-out.ts';
import { WakeUp } from './wake-up.ts';

describe('LookOut', () => {
  /** Never started, so that only this process wakes it. */
  const wakeUp = new WakeUp({ directUrl: 'postgresql://nobody@127.0.0.1:9/none', log: openLog('silent') });
  const open: LookOut[] = [];

  const lookOn = (look: () => Promise<void>) => {
    open.push(new LookOut(wakeUp, look));
  };

  afterEach(() => {
    for (const lookOut of open.splice(0)) lookOut.close();
  });

  it('looks after a wake-up, and again after one that comes during the look', async () => {
    const looks = new EventEmitter();
    let count = 0;
    lookOn(async () => {
      count += 1;
      const finish = once(looks, 'finish');
      looks.emit('begun');
      await finish;
    });
    const first = once(looks, 'begun');
    wakeUp.notify();
    await first;

    const second = once(looks, 'begun');
    wakeUp.notify();
    await eventually(() => looks.listenerCount('finish') === 1);
    looks.emit('finish');
    await second;
    looks.emit('finish');

    expect(count).toBe(2);
  });

  it('never has two looks under way, and spends a small part of the time on looking', async () => {
    let underWay = 0;
    let mostAtOnce = 0;
    let spent = 0;
    let looks = 0;
    lookOn(async () => {
      const begunAt = performance.now();
      underWay += 1;
      mostAtOnce = Math.max(mostAtOnce, underWay);
      await delay(10);
      underWay -= 1;
      looks += 1;
      spent += performance.now() - begunAt;
    });
    const startedAt = performance.now();

    await eventually(() => {
      wakeUp.notify();
      return looks >= 5;
    });

    expect(mostAtOnce).toBe(1);
    expect(spent / (performance.now() - startedAt)).toBeLessThan(0.35);
  });

  it('goes on after a look that failed', async () => {
    let looks = 0;
    lookOn(async () => {
      looks += 1;
      throw new Error('The database is away');
    });

    await eventually(() => {
      wakeUp.notify();
      return looks >= 2;
    });

    expect(looks).toBeGreaterThanOrEqual(2);
  });

  it('looks no more once it is closed', async () => {
    let looks = 0;
    lookOn(async () => {
      looks += 1;
    });
    open[0]?.close();
    let heard = 0;
    const stop = wakeUp.onWake(() => {
      heard += 1;
    });

    wakeUp.notify();
    await eventually(() => heard === 1);
    stop();

    expect(looks).toBe(0);
  });
});
