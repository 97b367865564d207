import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPublication } from '../journeys/running-publication.ts';
import { findChromium } from './chromium.ts';

/**
 * Brings a browser before the first journey starts, so that no test waits for or is blamed for it, and
 * starts a publication in an empty folder, which the others begin from.
 */
export default async function setup(): Promise<() => void> {
  process.env['CHROMIUM_PATH'] = await findChromium();
  const dataDir = mkdtempSync(join(tmpdir(), 'lymphwise-first-'));
  const remove = (): void => rmSync(dataDir, { recursive: true, force: true });
  try {
    const publication = await startPublication({}, dataDir);
    await publication.stop();
  } catch (error) {
    remove();
    throw error;
  }
  process.env['FIRST_DATA_DIR'] = dataDir;
  return remove;
}
