import { Button, Stack, Text } from '@sanity/ui';
import { useState } from 'react';
import type { CSSProperties, ReactNode } from 'react';

import { toParagraphs } from './body.ts';
import type { Paragraph, Run } from './body.ts';

const LONG = 900;

const STYLES: Readonly<Record<Paragraph['kind'], CSSProperties>> = {
  normal: {},
  bullet: { paddingInlineStart: '1.25em' },
  number: { paddingInlineStart: '1.25em' },
  blockquote: {
    borderInlineStart: '2px solid currentColor',
    paddingInlineStart: '0.75em',
    opacity: 0.8,
  },
  code: { fontFamily: 'monospace' },
};

const TEXT: CSSProperties = { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' };

function Marked({ run }: { readonly run: Run }): ReactNode {
  let content: ReactNode = run.text;
  if (run.code) content = <code>{content}</code>;
  if (run.em) content = <em>{content}</em>;
  if (run.strong) content = <strong>{content}</strong>;
  if (run.href === undefined) return content;
  return (
    <>
      <u>{content}</u> <code>({run.href})</code>
    </>
  );
}

/** A comment's text, as text: links are spelled out rather than followed, and nothing is read as HTML. */
export function CommentBody({ body }: { readonly body: unknown }) {
  const [open, setOpen] = useState(false);
  const paragraphs = toParagraphs(body);
  const length = paragraphs
    .flatMap(({ runs }) => runs)
    .reduce((sum, { text }) => sum + text.length, 0);
  const long = length > LONG && !open;
  return (
    <Stack gap={4}>
      <Stack
        gap={4}
        style={
          long
            ? {
                maxHeight: '14em',
                overflow: 'hidden',
                maskImage: 'linear-gradient(#000 70%, transparent)',
              }
            : {}
        }
      >
        {paragraphs.map(({ kind, place, runs }, index) => (
          // Paragraphs never move: the list is read-only.
          <Text as="p" key={index} size={2} style={{ ...TEXT, ...STYLES[kind] }}>
            {kind === 'bullet' && '• '}
            {kind === 'number' && `${place}. `}
            {runs.map((run, at) => (
              <Marked key={at} run={run} />
            ))}
          </Text>
        ))}
      </Stack>
      {long && (
        <div>
          <Button
            mode="bleed"
            text="Show all"
            fontSize={1}
            padding={2}
            onClick={() => setOpen(true)}
          />
        </div>
      )}
    </Stack>
  );
}
