import type { PictureFile } from './picture-files.ts';

const TIMEOUT_MS = 30_000;

/** Makes the bytes of pictures. */
export type MakePicture = (file: PictureFile) => Promise<Uint8Array>;

/**
 * Makes pictures: fetches and encodes those of the store, draws the others.
 *
 * The original that was fetched last is kept: the files of one picture are asked for together.
 *
 * @param storeUrl where the store serves its files, without a slash at the end
 */
export function createPictureMaker(storeUrl: string): MakePicture {
  let last: { readonly address: string; readonly bytes: Promise<Uint8Array> } | undefined;
  const original = (address: string): Promise<Uint8Array> => {
    if (last?.address !== address) {
      const bytes = fetchBytes(address);
      const entry = { address, bytes };
      last = entry;
      // A failure is not kept: the next file asks again.
      bytes.catch(() => {
        if (last === entry) last = undefined;
      });
    }
    return last.bytes;
  };
  // What draws and encodes takes longer to load than all pages: only where a picture is missing.
  return async (file) => {
    if (file.kind === 'card') return (await import('./draw-card.ts')).drawCard(file.card);
    const { encodeImage } = await import('./encode-image.ts');
    return encodeImage(await original(`${storeUrl}/${file.original}`), file);
  };
}

async function fetchBytes(address: string): Promise<Uint8Array> {
  const answer = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!answer.ok) throw new Error(`The store answered ${answer.status} for ${address}.`);
  return new Uint8Array(await answer.arrayBuffer());
}
