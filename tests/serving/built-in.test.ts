import { describe } from 'vitest';
import { toMove } from '../../site/serve/redirects.ts';
import { aServedFolder } from '../fixtures/served-folder.ts';
import { addressesContract } from './contract-addresses.ts';
import { filesContract } from './contract-files.ts';
import type { StartServing } from './contract-site.ts';

const start: StartServing = async ({ dir, route, moves }) => {
  const url = await aServedFolder(dir, {
    route: (path, query) => {
      const redirect = moves.find(({ from }) => from === path);
      const move = redirect && toMove(redirect);
      if (move === undefined) return route(path, query);
      const { status, location } = move;
      return () => new Response(null, { status, headers: { location } });
    },
  });
  return { url, codings: ['br', 'gzip'] };
};

describe('the built-in server', () => {
  filesContract(start);
  addressesContract(start);
});
