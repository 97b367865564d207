import type { ImportReport } from './import.ts';

/** The report as people read it, one fact a line. */
export function describeReport({
  created,
  updated,
  unchanged,
  kept,
  images,
}: ImportReport): string[] {
  return [
    `Documents: ${created.length} created, ${updated.length} updated, ${unchanged.length} unchanged, ${kept.length} kept.`,
    `Images: ${images.uploaded} uploaded, ${images.reused} already there.`,
    ...kept.map((id) => `Kept ${id}: edited in the Studio. Import with --force to overwrite it.`),
  ];
}
