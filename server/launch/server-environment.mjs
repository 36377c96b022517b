import { readFileSync } from 'node:fs';

/**
 * What the server's process is started with; it has to be there before the process starts.
 *
 * glibc fetches the 46 MiB of every Argon2 run from the kernel and hands them back afterwards, in pages of 4 KiB, which
 * costs half of the run. With pages of 2 MiB that is a tenth, and memory stays small. Where there are none, glibc is told
 * to keep what it has fetched: as fast, for about 200 MB more. Elsewhere than on glibc none of this does anything.
 */
export const serverEnvironment = {
  MALLOC_ARENA_MAX: '2',
  ...(hasLargePages()
    ? { GLIBC_TUNABLES: 'glibc.malloc.hugetlb=1' }
    : {
        MALLOC_MMAP_THRESHOLD_: '1073741824',
        MALLOC_TRIM_THRESHOLD_: '2147483648',
        MALLOC_TOP_PAD_: '67108864',
      }),
};

/** Whether a program may ask for large pages, and this glibc can: 2.35 or later. */
function hasLargePages() {
  const [major, minor] = String(process.report?.getReport().header.glibcVersionRuntime ?? '0.0')
    .split('.')
    .map(Number);
  if (major < 2 || (major === 2 && minor < 35)) return false;
  try {
    return /\[(always|madvise)\]/.test(readFileSync('/sys/kernel/mm/transparent_hugepage/enabled', 'utf8'));
  } catch {
    return false;
  }
}
