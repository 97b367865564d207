import type { APIContext } from 'astro';
import { siteConfig } from '../cms/site-config.ts';
import type { KeptPictures } from './kept-pictures.ts';
import type { PictureFile } from './picture-files.ts';

// Loaded when the first picture is asked for: the publisher's bundle does without these modules.
let opened: Promise<KeptPictures> | undefined;

/** The addresses that `astro build` asks for: those of one extension, with what they are made from. */
export function picturePaths(files: readonly PictureFile[], extension: string) {
  return files.flatMap((file) => {
    const [, name] = /([^/]+)\.\w+$/.exec(file.path) ?? [];
    return file.path.endsWith(`.${extension}`) ? [{ params: { file: name }, props: { file } }] : [];
  });
}

/** Answers with a picture, for `astro build`: the publisher makes them itself, outside its bundle. */
export async function answerPicture({
  props,
}: APIContext<{ file?: PictureFile }>): Promise<Response> {
  if (props.file === undefined) return new Response('There is no such picture.', { status: 404 });
  opened ??= import('./kept-pictures.ts').then(({ openPictures }) => openPictures(siteConfig));
  const pictures = await opened;
  return new Response(new Uint8Array(await pictures.picture(props.file)));
}
