import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const running = z.object({
  pid: z.number(),
  projectId: z.string(),
  port: z.number(),
  studioOrigins: z.array(z.string()),
});

/** Where the lake that serves a folder is found, whatever the environment says. */
export type Running = Omit<z.infer<typeof running>, 'pid'>;

const fileIn = (dir: string): string => join(dir, 'running.json');

/** Says where this process serves a folder. @returns takes it back */
export function noteRunning(dir: string, lake: Running): () => void {
  writeFileSync(fileIn(dir), `${JSON.stringify({ ...lake, pid: process.pid })}\n`);
  return () => rmSync(fileIn(dir), { force: true });
}

/** @returns undefined where no lake serves the folder */
export function findRunning(dir: string): Running | undefined {
  try {
    const lake = running.parse(JSON.parse(readFileSync(fileIn(dir), 'utf8')));
    // One that was killed could not take it back.
    process.kill(lake.pid, 0);
    return lake;
  } catch {
    return undefined;
  }
}
