import { Box, Button, Stack, Text } from '@sanity/ui';
import { useState } from 'react';
import type { CSSProperties, ReactNode } from 'react';

import { toParagraphs, toPlaces } from '../text/body.ts';
import type { Paragraph, Run } from '../text/body.ts';

const LONG = 900;

const TEXT: CSSProperties = { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' };

const CUT: CSSProperties = {
  maxHeight: '14em',
  overflow: 'hidden',
  maskImage: 'linear-gradient(#000 70%, transparent)',
  // Text reaches a little beyond its box.
  paddingTop: '0.4em',
  marginTop: '-0.4em',
};

function toBoxStyle({ style, level }: Paragraph): CSSProperties {
  return {
    ...(style === 'blockquote' && {
      borderInlineStart: '2px solid currentColor',
      padding: '0.4em 0 0.4em 0.75em',
      opacity: 0.8,
    }),
    ...(level > 0 && { marginInlineStart: `${level * 1.25}em` }),
  };
}

function toTextStyle({ style }: Paragraph): CSSProperties {
  return style === 'code' ? { ...TEXT, fontFamily: 'monospace' } : TEXT;
}

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

/** Paragraphs as text: links are spelled out rather than followed, and nothing is read as HTML. */
export function Paragraphs({ paragraphs }: { readonly paragraphs: readonly Paragraph[] }) {
  const places = toPlaces(paragraphs);
  return paragraphs.map((paragraph, index) => (
    // Paragraphs never move: the list is read-only.
    <Box key={index} style={toBoxStyle(paragraph)}>
      <Text as="p" size={2} style={toTextStyle(paragraph)}>
        {paragraph.list === 'bullet' && '• '}
        {paragraph.list === 'number' && `${places[index]}. `}
        {paragraph.runs.map((run, at) => (
          <Marked key={at} run={run} />
        ))}
      </Text>
    </Box>
  ));
}

/** A comment's text; a long one is cut until it is asked for. */
export function CommentBody({ body }: { readonly body: unknown }) {
  const [open, setOpen] = useState(false);
  const paragraphs = toParagraphs(body);
  const length = paragraphs
    .flatMap(({ runs }) => runs)
    .reduce((sum, { text }) => sum + text.length, 0);
  const long = length > LONG && !open;
  return (
    <Stack gap={4}>
      <Stack gap={4} style={long ? CUT : {}}>
        <Paragraphs paragraphs={paragraphs} />
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
