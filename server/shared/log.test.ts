import { describe, expect, it } from '@jest/globals';
import { type Log, type LogLevel, openLog } from './log.ts';

describe('openLog', () => {
  function listen(level: LogLevel): { log: Log; lines: () => Record<string, unknown>[]; text: () => string } {
    let text = '';
    const stream = {
      write: (line: string) => {
        text += line;
      },
    };
    const lines = () =>
      text
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line));
    return { log: openLog(level, stream), lines, text: () => text };
  }

  it('writes one line of JSON with level, sentence and time', () => {
    const { log, lines } = listen('info');

    log.info('Opened', { port: 4000 });

    expect(lines()).toEqual([
      { level: 'info', message: 'Opened', port: 4000, at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) },
    ]);
  });

  it('bears the day alone in a line about an incident', () => {
    const { log, lines } = listen('info');

    log.error('A request failed', { incident: 'a1b2' });

    expect(lines()[0]).toEqual({
      level: 'error',
      message: 'A request failed',
      incident: 'a1b2',
      at: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
  });

  it('drops every field that is not on the list, whatever its caller passes', () => {
    const { log, text } = listen('info');
    const fields = { ip: 'canary', body: { text: 'canary' }, incident: 'canary with spaces', count: 1 };

    log.warn('Something', fields);

    expect(text()).not.toContain('canary');
    expect(text()).toContain('"count":1');
  });

  it('writes nothing of an error but its name, code, constraint and places', () => {
    const { log, lines, text } = listen('info');
    const driverError = Object.assign(new Error('Key (text)=(canary) already exists'), {
      code: '23505',
      constraint: 'message_pkey',
      detail: 'Failing row contains (canary)',
    });
    const error = Object.assign(new Error('duplicate key: canary\n    at canary (/etc/canary:1:1)'), {
      name: 'QueryFailedError',
      query: 'INSERT canary',
      parameters: ['canary'],
      driverError,
    });

    log.error('A statement failed', { error });

    expect(text()).not.toContain('canary');
    expect(lines()[0]).toMatchObject({
      error: { name: 'QueryFailedError', code: '23505', constraint: 'message_pkey' },
    });
    expect(text()).toMatch(/log\.test\.ts:\d+:\d+/);
  });

  it.each([
    ['a text', 'canary'],
    ['an object', { message: 'canary' }],
    ['an error whose text was changed later', changed()],
    ['an error with a name of its own', Object.assign(new Error('x'), { name: 'canary name' })],
    ['an error with a code of its own', Object.assign(new Error('x'), { code: 'canary' })],
  ])('writes nothing of %s that was thrown', (_, error) => {
    const { log, text } = listen('info');

    log.error('Failed', { error });

    expect(text()).not.toContain('canary');
  });

  it('says nothing below its level', () => {
    const { log, text } = listen('warn');

    log.debug('a');
    log.info('b');

    expect(text()).toBe('');
  });
});

function changed(): Error {
  const error = new Error('canary\n    at canary (/canary:1:1)');
  error.message = 'harmless';
  return error;
}
