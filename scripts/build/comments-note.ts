/** Where the forms of a build send comments, while nothing says that they are taken there. */
export function commentsNote(
  env: Readonly<Record<string, string | undefined>>,
): string | undefined {
  return env['COMMENTS_URL']
    ? undefined
    : 'Comments are posted to /api/comments of the host of these files. If the site’s server does not answer there, set COMMENTS_URL to where it does, or close the comments of pages in the Studio.';
}
