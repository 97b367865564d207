/** Opens the Comments tool from elsewhere in the Studio. */
export const MODERATE_INTENT = 'moderate';
