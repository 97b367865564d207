import process from 'node:process';

import { defineCliConfig } from 'sanity/cli';

export default defineCliConfig({
  api: {
    projectId: process.env['SANITY_PROJECT_ID'] ?? 'lymphwise',
    dataset: process.env['SANITY_DATASET'] ?? 'production',
  },
  typegen: {
    path: './site/**/*.ts',
    schema: './site/cms/schema.json',
    generates: './site/cms/sanity.types.ts',
    overloadClientMethods: true,
  },
});
