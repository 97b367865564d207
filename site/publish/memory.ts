/**
 * How Node is started for work with all documents. For young objects it takes three times 64 MB on large
 * machines, and whoever renders one page after the other is as fast with three times 16.
 */
export const WRITING_FLAGS = ['--max-semi-space-size=16'];

/**
 * The same for the site's own process: what lives long is little more than the documents, and may grow
 * by a fifth before it is tidied up. Where every page is written that would take a tenth of the time.
 */
export const RUNNING_FLAGS = [
  ...WRITING_FLAGS,
  '--min-semi-space-size=16',
  '--heap-growing-percent=20',
];

/** The same for memory outside of it, with glibc: what is freed goes back to the machine. */
export const MEMORY_ENV = { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '131072' };
