import type { CommentError } from './text/comment-fields.ts';
import type { ReaderPage } from './text/reader-page.ts';

declare global {
  namespace App {
    interface Locals {
      /** Set by the comment endpoint when it answers with the form and what to mend in it. */
      commentError?: CommentError;
      /** A page made for one reader; what `/comments/` shows instead of its help. */
      readerPage?: ReaderPage;
    }
  }
}
