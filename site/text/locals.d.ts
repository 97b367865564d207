declare namespace App {
  interface Locals {
    /** Set by the comment endpoint when it answers with the form and its mistakes. */
    commentError?: import('./comment-fields.ts').CommentError;
  }
}
