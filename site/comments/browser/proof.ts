const PATIENCE_MS = 60_000;

/**
 * Does the work of a challenge beside the page, so that typing goes on.
 *
 * @returns the text of the form's field; empty where this browser cannot do it
 */
export async function solve(challenge: unknown): Promise<string> {
  const worker = new Worker(new URL('./proof-worker.ts', import.meta.url), { type: 'module' });
  const solution = await new Promise<unknown>((resolve) => {
    setTimeout(resolve, PATIENCE_MS);
    worker.addEventListener('error', () => resolve(undefined));
    worker.addEventListener('message', ({ data }) => resolve(data));
    worker.postMessage(challenge, []);
  });
  worker.terminate();
  return solution ? JSON.stringify({ challenge, solution }) : '';
}
