import { describe, expect, it } from '@jest/globals';
import { invitationLines } from './invitation-lines.ts';

describe('the link that an operator is given', () => {
  it.each<[string, string | null, number, string]>([
    ['the address of the dashboard', 'https://staff.example.org', 0, 'https://staff.example.org'],
    ['the port that is set', null, 4001, 'http://localhost:4001'],
    ['a word for the port that only the running server knows', null, 0, 'http://localhost:PORT'],
  ])('names %s', (_, staffUrl, staffPort, origin) => {
    const [link] = invitationLines({ staffUrl, staffPort }, 'token');

    expect(link).toBe(`${origin}/welcome#token`);
  });

  it('says what to write for such a word, and nothing of it elsewhere', () => {
    const lines = (staffPort: number) => invitationLines({ staffUrl: null, staffPort }, 'token').join('\n');

    expect(lines(0)).toContain('in the place of PORT the one that the server named behind "Caseworkers"');
    expect(lines(4001)).not.toContain('PORT');
  });
});
