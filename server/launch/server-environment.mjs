/**
 * What the server's process is started with.
 *
 * glibc hands the 46 MiB of every Argon2 run back to the kernel and fetches them again for the next, which costs half of
 * the run; these settings let it keep them. They have to be there before the process starts, and do nothing elsewhere
 * than on glibc.
 */
export const serverEnvironment = {
  MALLOC_MMAP_THRESHOLD_: '1073741824',
  MALLOC_TRIM_THRESHOLD_: '2147483648',
  MALLOC_TOP_PAD_: '67108864',
  MALLOC_ARENA_MAX: '4',
};
