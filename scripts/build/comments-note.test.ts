import { describe, expect, test } from 'vitest';
import { commentsNote } from './comments-note.ts';

describe('commentsNote', () => {
  test.for([{}, { COMMENTS_URL: '' }])('with %o says where comments go', (env) => {
    expect(commentsNote(env)).toMatch(/\/api\/comments .*set COMMENTS_URL/);
  });

  test.for(['https://live.example/api/comments', '/api/comments'])('is none with %s', (url) => {
    expect(commentsNote({ COMMENTS_URL: url })).toBeUndefined();
  });
});
