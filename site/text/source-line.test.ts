import { describe, expect, test } from 'vitest';
import { aSource } from './fixtures.ts';
import { sourceLine } from './source-line.ts';

describe('sourceLine', () => {
  test('sets a full reference', () => {
    const source = aSource('a', {
      title: 'Does it help?',
      authors: ['Ezzo J', 'et al.'],
      container: 'Cochrane Database Syst Rev',
      year: 2015,
      volume: '29',
      issue: '2',
      pages: '100-110',
      doi: '10.1002/14651858.CD003475.pub2',
      pmid: '25994425',
      kind: 'systematic-review',
    });
    expect(sourceLine(source)).toEqual({
      authors: 'Ezzo J, et al.',
      title: 'Does it help?',
      container: 'Cochrane Database Syst Rev',
      place: '2015;29(2):100-110',
      kind: 'systematic review',
      links: [
        {
          label: 'doi:10.1002/14651858.CD003475.pub2',
          href: 'https://doi.org/10.1002/14651858.CD003475.pub2',
        },
        { label: 'PMID 25994425', href: 'https://pubmed.ncbi.nlm.nih.gov/25994425/' },
      ],
    });
  });

  test('leaves out what is not known', () => {
    expect(sourceLine(aSource('b', { url: 'https://www.nhs.uk/conditions/dvt/' }))).toEqual({
      authors: undefined,
      title: 'Study b.',
      container: undefined,
      place: undefined,
      kind: undefined,
      links: [{ label: 'nhs.uk', href: 'https://www.nhs.uk/conditions/dvt/' }],
    });
  });

  test.for([
    { fields: { year: 2020 }, place: '2020' },
    { fields: { year: 2020, pages: '1-9' }, place: '2020;1-9' },
    { fields: { volume: '4' }, place: '4' },
  ])('$place', ({ fields, place }) => {
    expect(sourceLine(aSource('c', fields)).place).toBe(place);
  });
});
