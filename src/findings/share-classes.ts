import type { AreaRow } from './findings.ts';

/** Where each class of communes begins, by the share of people without signal: nobody, few, more. One table for screen and files. */
export const shareClassStarts = [0, 1e-9, 0.02, 0.1, 0.25] as const;

/** The class of a share: an index of `shareClassStarts`; null where it is not known. */
export const shareClassOf = (share: number | null): number | null =>
  share === null ? null : shareClassStarts.findLastIndex((from) => share >= from);

/** An area's share of people without signal: nobody's where nobody lives, null where it is not known. */
export const shareOf = (row: AreaRow | undefined): number | null => (row?.people ? row.any.unservedShare : 0);
