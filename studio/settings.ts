/** What a Studio needs to know; the served app reads it from `/config.json`. */
export interface StudioSettings {
  readonly projectId: string;
  readonly dataset: string;
  /**
   * The lake, such as `http://localhost:3999`; left out for hosted Sanity.
   * The Studio talks to `<projectId>.<this host>`, so it must be a name, not an IP address.
   */
  readonly apiHost?: string | undefined;
  /** The origin of the site, for links from a document to its page. */
  readonly previewUrl: string;
  /** Where the site says how it is; left out for a site without a server of its own. */
  readonly healthUrl?: string | undefined;
}

function find(record: unknown, key: keyof StudioSettings): string | undefined {
  const value: unknown =
    typeof record === 'object' && record !== null ? Reflect.get(record, key) : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function read(record: unknown, key: keyof StudioSettings): string {
  const value = find(record, key);
  if (value !== undefined) return value;
  throw new Error(`The Studio cannot start: config.json has no “${key}”. Add it, then reload.`);
}

/** Reads the settings from parsed JSON. Throws an error that names the missing setting. */
export function parseSettings(json: unknown): StudioSettings {
  return {
    projectId: read(json, 'projectId'),
    dataset: read(json, 'dataset'),
    apiHost: find(json, 'apiHost'),
    previewUrl: read(json, 'previewUrl'),
    healthUrl: find(json, 'healthUrl'),
  };
}
