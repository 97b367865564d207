// Loaded first by the npm scripts (`node -r`), so it must parse on any Node ever shipped.
'use strict';

var major = Number(process.versions.node.split('.')[0]);

if (major < 24) {
  process.stderr.write(
    [
      'Lymphwise needs Node.js 24 or newer; this is ' + process.version + '.',
      'On Linux (x64 and arm64) npm ci brings it: run npm ci without --omit=optional.',
      'Elsewhere get it from https://nodejs.org/ or with a version manager:',
      '  nvm install 24  |  fnm use --install-if-missing 24  |  brew install node@24',
      '',
    ].join('\n'),
  );
  process.exit(1);
}

// What Node.js has compiled is kept: every process of ours starts in half the time.
process.env.NODE_COMPILE_CACHE =
  process.env.NODE_COMPILE_CACHE ||
  require('path').join(__dirname, '../node_modules/.cache/lymphwise/node');
require('module').enableCompileCache(process.env.NODE_COMPILE_CACHE);
