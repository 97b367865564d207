import type { ReaderPage } from './text/reader-page.ts';

declare global {
  namespace App {
    interface Locals {
      /** A page made for one reader; what `/comments/` shows instead of its help. */
      readerPage?: ReaderPage;
    }
  }
}
