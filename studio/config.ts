import { defineConfig } from 'sanity';
import { structureTool } from 'sanity/structure';

import { schemaTypes } from './schema/schema-types.ts';

export interface StudioSettings {
  readonly projectId: string;
  readonly dataset: string;
  readonly apiHost?: string | undefined;
  readonly previewUrl: string;
}

export function createStudioConfig({ projectId, dataset, apiHost }: StudioSettings) {
  return defineConfig({
    title: 'Lymphwise',
    projectId,
    dataset,
    ...(apiHost === undefined ? {} : { apiHost }),
    plugins: [structureTool()],
    schema: { types: schemaTypes },
  });
}
