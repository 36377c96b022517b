import { describe, expect, it } from '@jest/globals';
import { openingLines } from './opening-lines.ts';

describe('openingLines', () => {
  const publicUrl = 'http://localhost:4000';
  const staffUrl = 'http://localhost:4001';

  it('tells where everybody goes at the first start', () => {
    const lines = openingLines({
      publicUrl,
      staffUrl,
      firstAdministratorLink: { url: `${staffUrl}/welcome#x` },
    });

    expect(lines).toEqual([
      'Restante is open.',
      '  Reporters              http://localhost:4000',
      '  Caseworkers            http://localhost:4001',
      '  First administrator    http://localhost:4001/welcome#x   works once, for 24 hours',
    ]);
  });

  it('does not print a link twice, but says how long it works', () => {
    const workingUntil = new Date('2026-04-09T14:30:00Z');

    const lines = openingLines({ publicUrl, staffUrl, firstAdministratorLink: { workingUntil } });

    expect(lines.at(-1)).toMatch(/^ {2}First administrator {4}the link printed before works until Thursday/);
  });

  it('leaves out what this process does not open, and a link that was used', () => {
    expect(openingLines({ publicUrl, staffUrl: null, firstAdministratorLink: null })).toHaveLength(2);
    expect(openingLines({ publicUrl: null, staffUrl, firstAdministratorLink: null })).toHaveLength(2);
  });
});
