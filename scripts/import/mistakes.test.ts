import { describe, expect, test } from 'vitest';

import { article, convert, texts } from './content.fixture.ts';
import { ContentError } from './mistakes.ts';

/** Every mistake, as `file:line: message`. */
const mistakesIn = (more: Record<string, string>): string[] => {
  try {
    convert(more);
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return error.mistakes.map(({ file, line, message }) => `${file}:${line}: ${message}`);
  }
  return [];
};

describe('ContentError', () => {
  test.for([
    {
      of: 'an unknown field',
      file: 'terms/oedema.yaml',
      text: 'name: Oedema\nmeaning: Swelling.\naliases: [Edema]\n',
      mistakes: [
        /:3: aliases is not a field of term\. Its fields are name, meaning, alsoCalled\.$/,
      ],
    },
    {
      of: 'a missing field',
      file: 'terms/oedema.yaml',
      text: 'name: Oedema\nmeaning:\n',
      mistakes: [/:2: meaning is missing\. Every term needs it\.$/],
    },
    {
      of: 'a number where text belongs',
      file: 'sources/tan-2011.yaml',
      text: 'title: Tan\nvolume: 9\n',
      mistakes: [/:2: volume must be text\. Put it in quotes\.$/],
    },
    {
      of: 'a value outside the list',
      file: 'claims/no-pump.yaml',
      text: texts['claims/no-pump.yaml'].replace('strong', 'certain'),
      mistakes: [/:3: grade is "certain"; it must be one of strong, moderate, /],
    },
    {
      of: 'a reference to nothing',
      file: 'claims/no-pump.yaml',
      text: texts['claims/no-pump.yaml'].replace('ezzo-2015', 'ezzo-2016'),
      mistakes: [
        /:6: citations\[0\]\.source leads to "source-ezzo-2016", which no content file makes/,
      ],
    },
    {
      of: 'a reference that could be two things',
      file: 'articles/benefits.mdx',
      text: article('Text.', 'related: [benefits]\n'),
      mistakes: [
        /:9: related\[0\] must name what .* article\/file-name or technique\/file-name\.$/,
      ],
    },
    {
      of: 'wrong YAML',
      file: 'terms/oedema.yaml',
      text: 'name: Oedema\nmeaning: "Swelling\n',
      mistakes: [/:3: This is not valid YAML: /],
    },
    {
      of: 'wrong MDX',
      file: 'articles/benefits.mdx',
      text: article('One.\n\n<Callout tone="note" title="x">\n\nNever closed.'),
      mistakes: [/:\d+: This is not valid MDX: /],
    },
    {
      of: 'no front matter',
      file: 'articles/benefits.mdx',
      text: '## Heading\n',
      mistakes: [/:1: There is no front matter/],
    },
    {
      of: 'Markdown that the model cannot hold',
      file: 'articles/benefits.mdx',
      text: article('# Title\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nA ~~word~~.'),
      mistakes: [/:11: A heading of depth 1/, /:13: A table/, /:17: A delete/],
    },
    {
      of: 'links that lead nowhere',
      file: 'articles/benefits.mdx',
      text: article('[a](term:oedema)\n\n[b](/about/)'),
      mistakes: [
        /:11: body\[0\]\.markDefs\[0\]\.term leads to "term-oedema"/,
        /:13: The link to "\/about\/" is not understood/,
      ],
    },
    {
      of: 'components used wrongly',
      file: 'articles/benefits.mdx',
      text: article(
        [
          '<Callout tone="loud" title="x">\n\nText.\n\n</Callout>',
          '<Claim id="no-pump" />',
          '<Video src="x" />',
          'In <Claim name="no-pump" /> line.',
          '<Figure file="gone.png" alt="" />',
          '<Steps>\n\nText.\n\n</Steps>',
        ].join('\n\n'),
      ),
      mistakes: [
        /:11: body\[0\]\.tone is "loud"; it must be one of note, caution, care\.$/,
        /:17: id is not an attribute of <Claim>\. Its attributes are name\.$/,
        /:17: body\[1\]\.claim is missing/,
        /:19: <Video> cannot be imported here/,
        /:21: <Claim> cannot be imported here/,
        /:23: There is no image "gone\.png"/,
        /:25: <Steps> holds one ```yaml list/,
      ],
    },
    {
      of: 'a mistake inside the steps of a body',
      file: 'articles/benefits.mdx',
      text: article(
        '<Steps>\n\n```yaml\n- title: One\n  instruction: x\n  side: up\n```\n\n</Steps>',
      ),
      mistakes: [/:16: body\[0\]\.steps\[0\]\.side is "up"; it must be one of left, /],
    },
  ])('names the line and the mend of $of', ({ file, text, mistakes }) => {
    const found = mistakesIn({ [file]: text });
    expect(found).toEqual(
      mistakes.map((pattern) =>
        expect.stringMatching(new RegExp(`^content/${file}${pattern.source}`, 's')),
      ),
    );
  });

  test('collects the mistakes of all files', () => {
    const found = mistakesIn({
      'terms/oedema.yaml': 'name: Oedema\n',
      'people/ann.yaml': 'name: Ann\nkind: robot\n',
    });
    expect(found).toHaveLength(2);
  });
});
