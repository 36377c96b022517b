import { describe, expect, it } from '@jest/globals';
import { fileFault } from './engine-faults.ts';

describe('fileFault', () => {
  const faultOf = (code: string, syscall: string) =>
    fileFault(Object.assign(new Error('canary'), { code, syscall }), '/srv/data');

  it.each([
    ['a folder of somebody else', 'EACCES', 'mkdir', /cannot be written/],
    ['a medium that takes no writes', 'EROFS', 'open', /cannot be written/],
    ['a medium that takes no writes, as Node.js says it', 'ENOENT', 'mkdir', /cannot be written/],
    ['a full disk', 'ENOSPC', 'write', /is full/],
    ['a file where a folder should be', 'ENOTDIR', 'mkdir', /something else of that name/],
  ])('has a sentence for %s', (_, code, syscall, sentence) => {
    expect(faultOf(code, syscall)).toMatchObject({
      message: expect.stringMatching(sentence),
      advice: expect.not.stringContaining('canary'),
    });
  });

  it('passes on a file that is missing, and what is no error of a file', () => {
    expect(faultOf('ENOENT', 'open')).toMatchObject({ message: 'canary' });
    expect(fileFault('text', '/srv/data')).toBe('text');
  });
});
