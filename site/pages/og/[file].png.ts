import { loadCatalogue } from '../../cms/current-catalogue.ts';
import { cards } from '../../pictures/cards.ts';
import { answerPicture, picturePaths } from '../../pictures/picture-route.ts';

export const getStaticPaths = async () => picturePaths(cards(await loadCatalogue()), 'png');

/** The drawn picture that stands for a page where a link to it is shared. */
export const GET = answerPicture;
