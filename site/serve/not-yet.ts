const COMMENTS_OFF = 'Comments cannot be taken just now';
const NO_PAGES = 'The pages are being written';

/**
 * Answers while comments are off, or the site starts: 503, to browsers as a page with a way back. No page
 * of the site can be made then, so this one stands alone.
 */
export function commentsOff(request: Request): Response {
  return notYet(request, COMMENTS_OFF);
}

/** Answers for every page while none of them is written: 503. */
export function noPages(request: Request): Response {
  return notYet(request, NO_PAGES);
}

function notYet(request: Request, title: string): Response {
  const isPosted = request.method === 'POST';
  const what = isPosted ? 'Go back and send it again in a minute.' : 'Try again in a minute.';
  const isPage = request.headers.get('accept')?.includes('text/html') === true;
  const type = isPage ? 'text/html' : 'text/plain';
  // What was posted is behind the Back button, not on the front page.
  const link = isPosted || title === NO_PAGES ? '' : '<p><a href="/">To the front page</a></p>';
  const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<h1>${title}</h1>
<p>${what}</p>
${link}
</html>
`;
  return new Response(isPage ? page : `${title}. ${what}\n`, {
    status: 503,
    headers: {
      'retry-after': '30',
      'cache-control': 'no-store',
      'content-type': `${type}; charset=utf-8`,
    },
  });
}
