import type { Lines, Path } from './lines.ts';
import type { Schema } from '../../site/cms/schema-file.ts';

/** One file of `content/` that becomes one document. */
export interface ContentFile {
  /** As shown to people: `content/claims/no-pump.yaml`. */
  file: string;
  format: 'mdx' | 'yaml';
  type: string;
  /** The file name without its ending; references name it. */
  stem: string;
  text: string;
}

/** What the converters of one file share. */
export interface Conversion {
  schema: Schema;
  lines: Lines;
  report: (line: number, message: string) => void;
  /** Image files that the document shows, by name, and a line that names each. */
  images: Map<string, number>;
}

/** Reports a mistake at a value. */
export function reportAt({ lines, report }: Conversion, path: Path, message: string): void {
  report(lines.at(path), message);
}
