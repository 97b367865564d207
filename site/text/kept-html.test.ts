import { describe, expect, test } from 'vitest';
import { keptHtml } from './kept-html.ts';

describe('keptHtml', () => {
  test('is made once for each document and name', async () => {
    const document = { _id: 'a' };
    let made = 0;
    const make = async () => `<p>${(made += 1)}</p>`;
    expect(String(await keptHtml(document, 'one', make))).toBe('<p>1</p>');
    expect(String(keptHtml(document, 'one', make))).toBe('<p>1</p>');
    expect(String(await keptHtml(document, 'two', make))).toBe('<p>2</p>');
    expect(String(await keptHtml({ _id: 'a' }, 'one', make))).toBe('<p>3</p>');
  });

  test('does not keep what could not be made', async () => {
    const document = {};
    const failing = keptHtml(document, 'one', () => Promise.reject(new Error('No such word.')));
    await expect(failing).rejects.toThrow('No such word.');
    expect(String(await keptHtml(document, 'one', async () => '<p>'))).toBe('<p>');
  });
});
