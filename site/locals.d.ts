import type { CommentError } from './text/comment-fields.ts';

declare global {
  namespace App {
    interface Locals {
      /** Set by the comment endpoint when it answers with the form and what to mend in it. */
      commentError?: CommentError;
    }
  }
}
