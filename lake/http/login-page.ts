const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sign in</title>
<style>body{font:1.1rem/1.6 system-ui,sans-serif;max-width:34rem;margin:4rem auto;padding:0 1rem}</style>
</head>
<body>
<h1>Sign in with a link</h1>
{notice}
<p>This Studio has no passwords. Open the sign-in link you were given; it works once, for one day.</p>
<p>No link yet? Whoever runs this server can make one:</p>
<pre>npm run sign-in -- --name "Your Name" --role editor</pre>
{back}
</body>
</html>
`;

/**
 * What the Studio's sign-in button opens: there is nobody to ask for a password, only links.
 * `trouble` says what was wrong with a link that was opened.
 */
export function loginPage(
  origin: string | undefined,
  origins: readonly string[],
  trouble?: { status: 401 | 403; notice: string },
): Response {
  const known = origins.find((item) => item === origin?.replace(/\/$/, ''));
  const back = known === undefined ? '' : `<p><a href="${known}">Back to the Studio</a></p>`;
  const notice = trouble === undefined ? '' : `<p><strong>${trouble.notice}</strong></p>`;
  return new Response(PAGE.replace('{back}', back).replace('{notice}', notice), {
    status: trouble?.status ?? 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}
