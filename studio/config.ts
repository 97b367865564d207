import { createClient } from '@sanity/client';
import type { ClientConfig, SanityClient } from '@sanity/client';
import { defineConfig } from 'sanity';
import type { AuthConfig } from 'sanity';
import { structureTool } from 'sanity/structure';

import { Mark } from './brand/mark.tsx';
import { spreadStreams } from './client/spread-streams.ts';
import { toToolMenu } from './health/tool-menu.tsx';
import { toModerationTool } from './moderation/tool.tsx';
import { toPageAddress } from './page-address.ts';
import { schemaTypes } from './schema/schema-types.ts';
import type { StudioSettings } from './settings.ts';
import { allowsAction, isCreatable, isMadeBySite } from './structure/kinds.ts';
import { structure } from './structure/structure.ts';
import { templates } from './structure/templates.ts';

/** What differs between an embedded lake and hosted Sanity: the address, the sign-in, and the event streams. */
function lakeConfig(apiHost: string): {
  apiHost: string;
  auth: AuthConfig;
  unstable_clientFactory: (config: ClientConfig) => SanityClient;
} {
  const spread = spreadStreams(
    (input, init) => globalThis.fetch(input, init),
    Math.floor(Math.random() * 16),
  );
  return {
    apiHost,
    auth: {
      loginMethod: 'token',
      redirectOnSingle: true,
      providers: [
        {
          name: 'link',
          title: 'Sign in with the link from the terminal',
          url: new URL('/sign-in.html', globalThis.location?.href ?? 'http://localhost').href,
        },
      ],
    },
    unstable_clientFactory: (config: ClientConfig) =>
      createClient({ ...config, resolveFetch: () => spread }),
  };
}

/** The Studio for one dataset: the content model, the desk, and the Comments tool. */
export function createStudioConfig({
  projectId,
  dataset,
  apiHost,
  previewUrl,
  healthUrl,
}: StudioSettings) {
  return defineConfig({
    name: 'default',
    title: 'Lymphwise',
    icon: Mark,
    projectId,
    dataset,
    ...(apiHost === undefined ? {} : lakeConfig(apiHost)),
    plugins: [structureTool({ title: 'Content', structure })],
    tools: (tools) => [...tools, toModerationTool({ site: previewUrl, healthUrl })],
    ...(healthUrl === undefined
      ? {}
      : { studio: { components: { toolMenu: toToolMenu(healthUrl) } } }),
    schema: {
      types: schemaTypes,
      templates: (previous) => [
        ...previous.filter(({ schemaType }) => !isMadeBySite(schemaType)),
        ...templates,
      ],
    },
    document: {
      actions: (actions, { schemaType }) =>
        actions.filter(({ action }) => allowsAction(schemaType, action)),
      newDocumentOptions: (items, { creationContext }) =>
        creationContext.type === 'global'
          ? items.filter(({ templateId }) => isCreatable(templateId))
          : items,
      productionUrl: async (previous, { document }) =>
        toPageAddress(document, previewUrl) ?? previous,
      comments: { enabled: false },
      askToEdit: { enabled: false },
    },
    // One newsroom, one page at a time: none of these has a use here, and each asks the API for more.
    tasks: { enabled: false },
    releases: { enabled: false },
    scheduledDrafts: { enabled: false },
    scheduledPublishing: { enabled: false },
    mediaLibrary: { enabled: false },
    apps: { canvas: { enabled: false } },
    announcements: { enabled: false },
  });
}
