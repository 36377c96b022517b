import { describe, expect, it } from '@jest/globals';
import { ProgressBar } from './progress-bar.ts';

function shown(isTTY: boolean): string {
  const parts: string[] = [];
  const bar = new ProgressBar('Inventing', 50, { isTTY, write: (part) => parts.push(part) });
  for (let done = 1; done <= 50; done += 1) bar.show(done);
  return parts.join('');
}

describe('ProgressBar', () => {
  it('grows on one line of a terminal, to its end', () => {
    const text = shown(true);

    expect(text.match(/\n/g)).toHaveLength(1);
    expect(text).toMatch(/\rInventing █{30} 100 %\n$/);
    expect(text).toContain(`\rInventing ${'█'.repeat(15)}${'░'.repeat(15)}  50 %`);
  });

  it('says every tenth on a line of its own elsewhere', () => {
    expect(shown(false).trim().split('\n')).toEqual(
      [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100].map((percent) => `Inventing … ${percent} %`),
    );
  });
});
