// Loaded first by the npm scripts (`node -r`), so it must parse on any Node ever shipped.
'use strict';

var WANTED = 24;
var major = Number(process.versions.node.split('.')[0]);

if (major < WANTED) {
  process.stderr.write(
    'Lymphwise needs Node.js ' + WANTED + ' or newer; this is ' + process.version + '.\n' +
      'On Linux (x64 and arm64) npm ci installs it into node_modules: run npm ci without --omit=optional.\n' +
      'Elsewhere get it from https://nodejs.org/, or with a version manager:\n' +
      '  nvm install ' + WANTED + '    fnm use --install-if-missing ' + WANTED + '    brew install node@' + WANTED + '\n',
  );
  process.exit(1);
}
