import { SearchIcon } from '@sanity/icons/Search';
import { Box, Button, Flex, Select, TextInput } from '@sanity/ui';
import type { RefObject } from 'react';

import type { Filter } from '../list/filter.ts';
import type { PageChoice } from '../list/load.ts';

interface FilterBarProps {
  readonly filter: Filter;
  readonly typed: string;
  readonly pages: readonly PageChoice[];
  readonly search: RefObject<HTMLInputElement | null>;
  readonly onType: (typed: string) => void;
  readonly onNarrow: (change: Partial<Omit<Filter, 'search'>>) => void;
  readonly onLeave: () => void;
}

/** Searches the list, and narrows it to a page or an address. */
export function FilterBar(props: FilterBarProps) {
  const { filter, typed, pages, search, onType, onNarrow, onLeave } = props;
  const { page, email } = filter;
  const choices =
    page === undefined || pages.some(({ id }) => id === page.id) ? pages : [page, ...pages];
  return (
    <Flex gap={2} wrap="wrap" align="center">
      <Box style={{ flex: '2 1 13rem' }}>
        <TextInput
          ref={search}
          type="search"
          icon={SearchIcon}
          fontSize={[2, 2, 1]}
          value={typed}
          aria-label="Search these comments"
          placeholder="Name, text, address or reason"
          onChange={({ currentTarget }) => onType(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') onLeave();
            if (event.key !== 'Escape') return;
            onType('');
            onLeave();
          }}
        />
      </Box>
      <Box style={{ flex: '1 1 11rem' }}>
        <Select
          aria-label="Page"
          fontSize={[2, 2, 1]}
          value={page?.id ?? ''}
          onChange={({ currentTarget }) =>
            onNarrow({ page: choices.find(({ id }) => id === currentTarget.value) })
          }
        >
          <option value="">All pages</option>
          {choices.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </Select>
      </Box>
      {email !== undefined && (
        <Button
          mode="ghost"
          tone="primary"
          fontSize={1}
          padding={3}
          text={`From ${email} ×`}
          aria-label={`From ${email}: show all addresses again`}
          onClick={() => onNarrow({ email: undefined })}
        />
      )}
    </Flex>
  );
}
