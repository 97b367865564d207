import { describe, expect, test } from 'vitest';
import { planFilter, planQuery } from './plan.ts';

describe('planQuery', () => {
  test.for([
    ['*[_type == "a" && slug.current == $s][0]', [{ kind: 'slugs', values: ['x'] }]],
    ['*[_type == "a"][_id == $s]', [{ kind: 'ids', values: ['x'] }]],
    ['*[(_type == "a" || _type == "b") && n > 1]', [{ kind: 'types', values: ['a', 'b'] }]],
    ['*[_type == "a" && references("b", [$s])]', [{ kind: 'references', values: ['b', 'x'] }]],
    ['*[_type == "a" && @ match text::query("b")]', [{ kind: 'text', values: ['b'] }]],
    [
      '*[_type == "a" && [title, pt::text(body)] match "a* b"]',
      [{ kind: 'text', values: ['a b'] }],
    ],
    ['*[_type == "a" && body[].children[].text match "a"]', [{ kind: 'text', values: ['a'] }]],
    ['*[_type == "a" && title match "*a"]', [{ kind: 'types', values: ['a'] }]],
    ['*[_type == "a" && title match "é*"]', [{ kind: 'types', values: ['a'] }]],
    ['*[_type == "a" && _id match "a"]', [{ kind: 'types', values: ['a'] }]],
    ['*[_type == "a" && to->title match "a"]', [{ kind: 'types', values: ['a'] }]],
    [
      '{"a": *[_id == "a"], "b": *[_id == "b"]}',
      [
        { kind: 'ids', values: ['a'] },
        { kind: 'ids', values: ['b'] },
      ],
    ],
  ] as const)('%s needs no other documents', ([query, constraints]) => {
    const plan = planQuery(query, { s: 'x' });
    expect(plan.sources.map(({ constraint }) => constraint)).toEqual(constraints);
    expect(plan.needsAll).toBe(false);
  });

  test.for([
    '*',
    'count(*)',
    '*[n > 1]',
    '*[_type == "a" || n > 1]',
    '*[!(_type == "a")]',
    '*[_type == ^.x]',
    '*[releases::all()]',
  ])('%s needs all documents', (query) => {
    expect(planQuery(query, {}).needsAll).toBe(true);
  });

  test.for([
    '*[',
    '',
    '*[_id == $missing]',
    'nothing::such(1)',
    '('.repeat(20_000),
    '*[text::query(title)]{"a": @ match text::query(b)}',
  ])('refuses %.40s', (query) => {
    expect(() => planQuery(query, {})).toThrow(expect.objectContaining({ name: 'QueryError' }));
  });
});

describe('planFilter', () => {
  test.for([
    ['*', true, undefined],
    ['*[_id in $ids]{title} | order(title)[0..5]', true, 'ids'],
    ['*[_type == "a"]', true, 'types'],
    ['*[_type == "a"][0]', true, 'types'],
    ['*[sanity::versionOf("a")]', true, 'versionsOf'],
    ['*[_type == "a" && n > 1]', false, 'types'],
    ['*[_type == "a"][n > 1]', false, undefined],
    ['*[references("a")]', false, undefined],
    ['*[n > 1]', false, undefined],
  ] as const)('%s', ([query, exact, kind]) => {
    const plan = planFilter(query, { ids: ['a'] });
    expect([plan.exact, plan.constraint?.kind]).toEqual([exact, kind]);
  });
});
