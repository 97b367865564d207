import { Catalogue } from './catalogue.ts';

let current: Catalogue | undefined;

/** The catalogue that pages read. @throws Error before it is loaded. */
export function catalogue(): Catalogue {
  if (current === undefined) throw new Error('The catalogue is not loaded yet.');
  return current;
}

/** Gives pages this catalogue; later changes to it are seen by the next render. */
export function installCatalogue(next: Catalogue): void {
  current = next;
}

/** Loads the catalogue from the store unless one is installed: the way in for `astro build`. */
export async function loadCatalogue(): Promise<Catalogue> {
  if (current === undefined) {
    const [{ createDocumentSource }, { createReader }, { siteConfig }] = await Promise.all([
      import('./documents-source.ts'),
      import('./client.ts'),
      import('./site-config.ts'),
    ]);
    installCatalogue(
      new Catalogue(
        await createDocumentSource(createReader(siteConfig), siteConfig.siteUrl).fetchAll(),
        new Date(),
      ),
    );
  }
  return catalogue();
}
