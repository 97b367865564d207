import { Button, Card, Flex, Label, Stack, Text, TextArea, TextInput } from '@sanity/ui';
import { useEffect, useId, useRef, useState } from 'react';

import { problemsOf, toWritten } from '../writing/writing.ts';
import type { Problem, Written } from '../writing/writing.ts';
import { Paragraphs } from './comment-body.tsx';

const HELP =
  'An empty line begins a paragraph. *emphasis*, **strong**, `code`, > quotation, - list, [words](https://…)';

export interface ComposerProps {
  readonly title: string;
  /** Said before anything is sent. */
  readonly note: string | undefined;
  readonly sendLabel: string;
  readonly start: Written;
  /** A change may touch the website; a reply has none. */
  readonly withWebsite: boolean;
  /** Told of each change, so that nothing typed is lost. */
  readonly onType: (written: Written) => void;
  readonly onSend: (written: Written) => Promise<void>;
  readonly onCancel: () => void;
}

interface FieldProps {
  readonly name: keyof Written;
  readonly label: string;
  readonly written: Written;
  readonly problem: Problem | undefined;
  readonly onChange: (change: Partial<Written>) => void;
}

function Field({ name, label, written, problem, onChange }: FieldProps) {
  const id = useId();
  const wrong = problem?.field === name ? problem.message : undefined;
  const given = {
    id,
    value: written[name],
    'aria-invalid': wrong !== undefined,
    'aria-describedby': wrong === undefined ? undefined : `${id}-problem`,
    ...(wrong === undefined ? {} : { customValidity: wrong }),
    // Larger on phones: smaller type would make them zoom in.
    fontSize: [2, 2, 1],
  };
  return (
    <Stack gap={2}>
      <Label as="label" htmlFor={id} size={1}>
        {label}
      </Label>
      {name === 'text' ? (
        <TextArea
          {...given}
          rows={6}
          onChange={({ currentTarget }) => onChange({ text: currentTarget.value })}
        />
      ) : (
        <TextInput
          {...given}
          onChange={({ currentTarget }) => onChange({ [name]: currentTarget.value })}
        />
      )}
      {wrong !== undefined && (
        <Text id={`${id}-problem`} size={1} role="alert">
          {wrong}
        </Text>
      )}
    </Stack>
  );
}

/** Where an editor writes a reply or changes a comment, with a view of how it will read. */
export function Composer(props: ComposerProps) {
  const { title, note, sendLabel, start, withWebsite, onType, onSend, onCancel } = props;
  const [written, setWritten] = useState(start);
  const [problem, setProblem] = useState<Problem>();
  const [sending, setSending] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const paragraphs = toWritten(written.text);

  useEffect(() => {
    const area = form.current?.querySelector('textarea');
    area?.focus();
    area?.setSelectionRange(area.value.length, area.value.length);
  }, []);

  const change = (part: Partial<Written>) => {
    const next = { ...written, ...part };
    setWritten(next);
    setProblem(undefined);
    onType(next);
  };
  const send = async () => {
    const [first] = problemsOf(written);
    setProblem(first);
    if (first !== undefined || sending) return;
    setSending(true);
    await onSend(written);
    setSending(false);
  };
  const field = { written, problem, onChange: change };

  return (
    <Card
      as="form"
      ref={form}
      aria-label={title}
      tone="primary"
      border
      radius={2}
      padding={[3, 4]}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          onCancel();
        }
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          void send();
        }
      }}
    >
      <Stack gap={4}>
        <Text as="h3" size={1} weight="semibold">
          {title}
        </Text>
        {note !== undefined && <Text size={1}>{note}</Text>}
        <Field name="name" label="Name readers see" {...field} />
        {withWebsite && <Field name="website" label="Website" {...field} />}
        <Stack gap={3}>
          <Field name="text" label="Text" {...field} />
          <Text size={1} muted>
            {HELP}
          </Text>
        </Stack>
        {paragraphs.length > 0 && (
          <Card border radius={2} padding={3}>
            <Stack gap={3}>
              <Text size={1} muted>
                As it will read
              </Text>
              <Paragraphs paragraphs={paragraphs} />
            </Stack>
          </Card>
        )}
        <Flex gap={2} wrap="wrap" align="center">
          <Button type="submit" text={sendLabel} disabled={sending} fontSize={[2, 1]} padding={3} />
          <Button
            mode="ghost"
            text="Cancel"
            disabled={sending}
            fontSize={[2, 1]}
            padding={3}
            onClick={onCancel}
          />
          <Text size={1} muted>
            Ctrl+Enter sends, Escape closes
          </Text>
        </Flex>
      </Stack>
    </Card>
  );
}
