import { lstat, mkdir, mkdtemp, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { engineBinaries, linkLibraries } from './engine-binaries.ts';
import { succeeds } from './engine-user.ts';

describe('linkLibraries', () => {
  let native = '';

  beforeEach(async () => {
    native = join(await mkdtemp(join(tmpdir(), 'restante package ')), 'native');
    await mkdir(join(native, 'lib'), { recursive: true });
    await mkdir(join(native, 'bin'));
    for (const file of ['lib/libpq.so.5.18', 'bin/postgres', 'bin/initdb'])
      await writeFile(join(native, file), '');
    const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }];
    await writeFile(join(native, 'pg-symlinks.json'), JSON.stringify(links));
  });
  afterEach(async () => {
    await rm(join(native, '..'), { recursive: true, force: true });
  });

  it('makes the links that an installation without scripts left out, so that the folder can be moved', async () => {
    await linkLibraries(native);

    expect(await readlink(join(native, 'lib', 'libpq.so.5'))).toBe('libpq.so.5.18');
  });

  it('makes the programs runnable where the package lost their mode', async () => {
    await linkLibraries(native);

    expect((await lstat(join(native, 'bin', 'postgres'))).mode & 0o111).toBe(0o111);
  });

  it('does nothing the second time', async () => {
    await linkLibraries(native);

    await linkLibraries(native);

    expect(await readlink(join(native, 'lib', 'libpq.so.5'))).toBe('libpq.so.5.18');
  });

  it('says what to run where a link cannot be made', async () => {
    await rm(join(native, 'lib'), { recursive: true });

    await expect(linkLibraries(native)).rejects.toMatchObject({
      message: expect.stringContaining('misses links between its libraries'),
      advice: expect.stringContaining('npm rebuild'),
    });
  });
});

describe('engineBinaries', () => {
  it('finds programs that run on this machine', async () => {
    const binaries = await engineBinaries(null, () => undefined);

    expect(await succeeds(binaries.postgres, ['--version'], null)).toBe(true);
  });
});
