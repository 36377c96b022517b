import { describe, expect, it } from '@jest/globals';
import { readConfig } from '../config.ts';
import { StartFault } from '../shared/start-fault.ts';
import { startFaultOf } from './start-fault-of.ts';

describe('startFaultOf', () => {
  const config = readConfig({ PORT: '4000', STAFF_PORT: '4001', DATA_DIR: '/srv/data' });
  const errorWith = (fields: object) => Object.assign(new Error('canary'), fields);

  it('passes on what says already what is wrong', () => {
    const fault = new StartFault('This is wrong.', 'Do that.');

    expect(startFaultOf(fault, null)).toBe(fault);
  });

  it.each<[string, object, RegExp, RegExp]>([
    [
      'a port that is taken',
      { code: 'EADDRINUSE', syscall: 'listen', port: 4000 },
      /^Port 4000 is used/,
      / PORT\.$/,
    ],
    [
      'a port that is taken',
      { code: 'EADDRINUSE', syscall: 'listen', port: 4001 },
      /^Port 4001 is used/,
      /STAFF_PORT/,
    ],
    [
      'a port below 1024',
      { code: 'EACCES', syscall: 'listen', port: 80 },
      /^Port 80 may not be opened/,
      /above 1023/,
    ],
    [
      'another machine’s address',
      { code: 'EADDRNOTAVAIL', syscall: 'listen', port: 4000 },
      /cannot open/,
      /HOST/,
    ],
    [
      'a HOST that nobody knows',
      { code: 'ENOTFOUND', syscall: 'getaddrinfo', hostname: '127.0.0.1' },
      /cannot open the address/,
      /HOST/,
    ],
    [
      'a full disk',
      { code: '53100', severity: 'ERROR' },
      /^The disk that holds \/srv\/data is full/,
      /space/,
    ],
    ['a database that left', { code: '57P01', severity: 'FATAL' }, /stopped answering/, /Start again/],
    ['anything else', {}, /for a reason it does not know/, /LOG_LEVEL=debug/],
  ])('has a sentence and an advice for %s', (_, fields, sentence, advice) => {
    const fault = startFaultOf(errorWith(fields), config);

    expect(fault.message).toMatch(sentence);
    expect(fault.advice).toMatch(advice);
    expect(fault.message + fault.advice).not.toContain('canary');
  });
});
