import { findChromium } from './chromium.ts';

/** Brings a browser before the first journey starts, so that no test waits for or is blamed for it. */
export default async function setup(): Promise<void> {
  process.env['CHROMIUM_PATH'] = await findChromium();
}
