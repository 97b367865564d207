import { Button, Card, Checkbox, Flex, Text } from '@sanity/ui';

import { VERDICT_TITLES } from '../verdicts/verdict.ts';
import type { Verdict } from '../verdicts/verdict.ts';
import type { Progress } from '../verdicts/use-work.ts';

interface BulkBarProps {
  readonly shown: number;
  readonly chosen: number;
  readonly verdicts: readonly Verdict[];
  readonly progress: Progress | undefined;
  readonly onChooseAll: () => void;
  readonly onVerdict: (verdict: Verdict) => void;
}

/** Chooses all comments that are shown, and does one thing to all that are chosen. */
export function BulkBar({
  shown,
  chosen,
  verdicts,
  progress,
  onChooseAll,
  onVerdict,
}: BulkBarProps) {
  const all = shown > 0 && chosen === shown;
  return (
    <Card
      as="section"
      aria-label="The chosen comments"
      border
      radius={3}
      paddingX={[3, 4]}
      paddingY={3}
      style={{ position: 'sticky', top: '0.5rem', zIndex: 2 }}
    >
      <Flex gap={3} wrap="wrap" align="center">
        <Flex as="label" gap={3} align="center" style={{ cursor: 'pointer' }}>
          <Checkbox
            checked={all}
            indeterminate={chosen > 0 && !all}
            disabled={shown === 0}
            onChange={onChooseAll}
          />
          <Text size={1}>{chosen === 0 ? `Choose all ${shown} shown` : `${chosen} chosen`}</Text>
        </Flex>
        {chosen > 0 && progress === undefined && (
          <Flex gap={2} wrap="wrap">
            {verdicts.map((verdict) => (
              <Button
                key={verdict}
                mode="ghost"
                tone={verdict === 'delete' ? 'critical' : 'default'}
                fontSize={[2, 1]}
                padding={2}
                text={VERDICT_TITLES[verdict]}
                aria-label={`${VERDICT_TITLES[verdict]}: ${chosen} chosen`}
                onClick={() => onVerdict(verdict)}
              />
            ))}
          </Flex>
        )}
        {progress && (
          <Text size={1} muted>
            {progress.title}: {progress.through} of {progress.all}…
          </Text>
        )}
      </Flex>
    </Card>
  );
}
