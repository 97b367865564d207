import type { APIRoute } from 'astro';
import { catalogue, loadCatalogue } from '../../cms/catalogue.ts';
import { imageFiles } from '../../cms/images.ts';

export async function getStaticPaths() {
  return imageFiles(await loadCatalogue()).map(({ path }) => ({
    params: { file: path.slice('/images/'.length, -'.webp'.length) },
  }));
}

/** A picture of the store under the site's own address, so that readers ask nobody else for it. */
export const GET: APIRoute = async ({ params }) => {
  const file = imageFiles(catalogue()).find(
    ({ path }) => path === `/images/${params['file']}.webp`,
  );
  if (file === undefined) return new Response('No such picture.', { status: 404 });
  const answer = await fetch(file.source);
  if (!answer.ok)
    throw new Error(`The store answered ${answer.status} for the picture ${file.path}.`);
  return new Response(await answer.arrayBuffer(), { headers: { 'content-type': 'image/webp' } });
};
