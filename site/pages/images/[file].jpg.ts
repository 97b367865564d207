import { loadCatalogue } from '../../cms/current-catalogue.ts';
import { imageFiles } from '../../cms/images.ts';
import { answerPicture, picturePaths } from '../../pictures/picture-route.ts';

export const getStaticPaths = async () => picturePaths(imageFiles(await loadCatalogue()), 'jpg');

/** A picture of the store under the site's own address, so that readers ask nobody else for it. */
export const GET = answerPicture;
