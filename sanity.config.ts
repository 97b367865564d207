import process from 'node:process';

import { createStudioConfig } from './studio/config.ts';

/** Read by the Sanity CLI only (schema extract, typegen, validate). The served Studio reads `/config.json`. */
export default createStudioConfig({
  projectId: process.env['SANITY_PROJECT_ID'] ?? 'lymphwise',
  dataset: process.env['SANITY_DATASET'] ?? 'production',
  apiHost: process.env['SANITY_API_HOST'],
  previewUrl: process.env['SITE_URL'] ?? 'http://localhost:4321',
});
