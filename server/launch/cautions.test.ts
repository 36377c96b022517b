import { describe, expect, it } from '@jest/globals';
import { readConfig } from '../config.ts';
import { cautions } from './cautions.ts';

describe('cautions', () => {
  it.each<[string, NodeJS.ProcessEnv, RegExp]>([
    ['a proxy whose word is not taken', { PUBLIC_URL: 'https://report.example.org' }, /TRUST_PROXY is off/],
    [
      'the same for staff',
      { LISTENERS: 'staff', STAFF_URL: 'https://cases.example.org' },
      /TRUST_PROXY is off/,
    ],
    ['plain http for other machines', { HOST: '0.0.0.0' }, /over plain http/],
  ])('name %s', (_, env, sentence) => {
    expect(cautions(readConfig(env))).toEqual([expect.stringMatching(sentence)]);
  });

  it.each<[string, NodeJS.ProcessEnv]>([
    ['nothing set', {}],
    ['a proxy whose word is taken', { PUBLIC_URL: 'https://report.example.org', TRUST_PROXY: '1' }],
    ['an onion address alone', { PUBLIC_URL: 'http://abcdefghijklmnop.onion' }],
    [
      'the address of a listener that this process does not open',
      { LISTENERS: 'public', STAFF_URL: 'https://cases.example.org' },
    ],
    [
      'a proxy on another machine',
      { HOST: '0.0.0.0', PUBLIC_URL: 'https://report.example.org', TRUST_PROXY: '10.0.0.1' },
    ],
  ])('say nothing with %s', (_, env) => {
    expect(cautions(readConfig(env))).toEqual([]);
  });
});
