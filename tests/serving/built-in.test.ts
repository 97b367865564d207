import { join } from 'node:path';
import { describe } from 'vitest';
import { Catalogue } from '../../site/cms/catalogue.ts';
import { openMovedAddresses } from '../../site/serve/moved-addresses.ts';
import { movedResponse } from '../../site/serve/redirects.ts';
import { aServedFolder } from '../fixtures/served-folder.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import { addressesContract } from './contract-addresses.ts';
import { filesContract } from './contract-files.ts';
import type { StartServing } from './contract-site.ts';

const STAMP = { _createdAt: '', _updatedAt: '', _rev: 'r1' };

const start: StartServing = async ({ dir, route, moves }) => {
  const redirects = moves.map((move, index) => ({
    ...STAMP,
    ...move,
    _id: `redirect-${index}`,
    _type: 'redirect' as const,
  }));
  const moved = openMovedAddresses({
    catalogue: new Catalogue(redirects, new Date('2026-06-01T00:00:00Z')),
    mapFile: join(temporaryFolder(), 'redirects.map'),
    proxied: false,
    log: () => undefined,
  });
  const url = await aServedFolder(dir, {
    route: (path, query) => {
      const move = moved.at(path);
      return move === undefined ? route(path, query) : () => movedResponse(move);
    },
  });
  return { url, codings: ['br', 'gzip'] };
};

describe('the built-in server', () => {
  filesContract(start);
  addressesContract(start);
});
