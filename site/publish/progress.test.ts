import { describe, expect, test } from 'vitest';
import { tellTenths } from './progress.ts';

/** What is told of a work of 100 pages that take so long each, twice. */
function toldOf(msEach: number): readonly string[] {
  const lines: string[] = [];
  let time = 0;
  const tell = tellTenths(
    (line) => lines.push(line),
    () => time,
  );
  for (let turn = 0; turn < 2; turn += 1) {
    for (let done = 1; done <= 100; done += 1) {
      tell(done, 100);
      time += msEach;
    }
  }
  return lines;
}

describe('tellTenths', () => {
  test('tells nothing of what is done soon', () => {
    expect(toldOf(10)).toEqual([]);
  });

  test('tells each tenth once from where it takes long, each time', () => {
    const once = [4, 5, 6, 7, 8, 9, 10].map((tenth) => `Writing the pages: ${tenth}0 %`);
    expect(toldOf(50)).toEqual([...once, ...once]);
  });

  test('tells nothing of what came to nothing', () => {
    const lines: string[] = [];
    tellTenths((line) => lines.push(line))(0, 0);
    expect(lines).toEqual([]);
  });
});
