/** A figure without its file shows nothing. */
export function pictureProblem(
  figure: { readonly asset?: { readonly _ref?: string | undefined } | undefined } | undefined,
): true | string {
  return figure === undefined || Boolean(figure.asset?._ref) || 'Add the picture file.';
}
