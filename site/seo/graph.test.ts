import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { graphJson, type Site } from './graph.ts';

const site: Site = {
  url: 'https://lymphwise.example',
  title: 'Lymphwise',
  description: 'A description.',
  publisher: 'Lymphwise',
};
const shape = z.object({ '@graph': z.array(z.looseObject({ '@type': z.string() })) });
const typesIn = (json: string): readonly string[] =>
  shape.parse(JSON.parse(json))['@graph'].map((node) => node['@type']);

describe('graphJson', () => {
  test('is one graph: site, publisher, the way here, then the page', () => {
    const json = graphJson(site, [{ name: 'Home', path: '/' }], [{ '@type': 'FAQPage' }]);
    expect(typesIn(json)).toEqual(['WebSite', 'Organization', 'BreadcrumbList', 'FAQPage']);
    expect(json).toContain('"item":"https://lymphwise.example/"');
  });

  test('cannot end the script that holds it', () => {
    expect(graphJson(site, [], [{ '@type': 'Thing', name: '</script><b>' }])).not.toContain('<');
  });
});
