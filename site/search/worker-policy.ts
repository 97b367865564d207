/** The one file that compiles WebAssembly: Pagefind searches in a worker, which has a policy of its own. */
export const WORKER_PATH = '/pagefind/pagefind-worker.js';

/** The Content-Security-Policy of that file, from that of everything else. No page needs it. */
export function workerPolicy(policy: string): string {
  return policy.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'");
}
