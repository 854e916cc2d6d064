import type { FeatureCollection } from 'geojson';
import { otherCodesOf } from '../../data/build/other-codes.ts';
import { looksGzipped } from '../../src/files/archive/gzip.ts';
import type { ImportContext } from '../../src/files/import/context.ts';
import { convertTable } from '../../src/files/import/convert/convert.ts';
import { columnDoubts } from '../../src/files/import/convert/doubts.ts';
import type { ImportedEntries } from '../../src/files/import/convert/imported.ts';
import type { ImportTarget } from '../../src/files/import/guess/fields.ts';
import { guessSystem } from '../../src/files/import/guess/guess-system.ts';
import {
  type ImportChoice,
  type ImportProposal,
  missingFields,
  proposeImport,
} from '../../src/files/import/guess/propose.ts';
import { sketchTable } from '../../src/files/import/guess/sketch.ts';
import { cellText, type RawTable } from '../../src/files/import/table/raw-table.ts';
import {
  type FileKind,
  fileKind,
  isText,
  readTable,
  refuseTooLarge,
  refuseUnread,
  ungzipped,
} from '../../src/files/import/table/read-table.ts';
import { streamCsvTable } from '../../src/files/import/table/stream-csv-table.ts';
import type { Problem } from '../../src/model/problem.ts';
import { readStudyFile } from '../../src/study/study-file.ts';
import type { StoredStudy } from '../../src/study/study-schema.ts';

/** The start of a table, and what it seems to be. */
export interface ImportPreview {
  format: RawTable['format'];
  encoding: string | null;
  columns: readonly string[];
  /** The first rows as text, a value a column. */
  sample: readonly (readonly string[])[];
  /** Rows read so far; `isCut` where there are more. */
  rows: number;
  isCut: boolean;
  /** What was guessed, what of it is in doubt, and what of the file is left unread. */
  proposal: ImportProposal;
}

/** Where the rows fall with a choice, and what the choice still lacks. */
export interface ImportLook {
  sketch: FeatureCollection;
  missing: ImportProposal['missing'];
  doubts: ImportProposal['doubts'];
  insideShare: number | null;
}

/** What came of a whole file; its entries are fetched a slice at a time. */
export interface ImportSummary {
  problems: readonly Problem[];
  rows: number;
  taken: number;
  /** Parts of the file that were left unread. */
  unread: ImportProposal['unread'];
  counts: { [L in keyof ImportedEntries]?: number };
}

/** Rows of text formats that a first look reads. */
const previewRows = 200;
const sampleRows = 8;

/** Bytes that surely tell what a file is, and hold the rows of a preview. */
const headBytes = 2 * 1024 * 1024;

/** The link by which a GeoJSON file says that it is a proposal. */
const isProposalText = (bytes: Uint8Array): boolean =>
  /"\$schema"\s*:\s*"[^"]*proposal\.schema\.json"/.test(new TextDecoder().decode(bytes.subarray(0, 2_000)));

/** Files of a pack by their path. */
type PackFiles = { path: string; bytes: Uint8Array }[];

/** A file and its name as they are without gzip. */
const withoutGzip = async (given: Blob, name: string): Promise<[Blob, string]> => {
  const start = new Uint8Array(await given.slice(0, 4).arrayBuffer());
  if (!looksGzipped(start)) return [given, name];
  refuseTooLarge(given.size, name);
  const [content, inside] = ungzipped(new Uint8Array(await given.arrayBuffer()), name);
  return [new Blob([content.slice()]), inside];
};

type Report = (done: number, total: number) => void;

/** Reads one file, step by step: what it is, its start, where it falls, and what comes of it. */
export const createImportApi = () => {
  let file = '';
  let source = new Blob();
  let kind: FileKind | 'proposal' = 'csv';
  /** Of a CSV file only the start: the rest is read when it is converted, piece by piece. */
  let bytes = new Uint8Array();
  let isStreamed = false;
  let context: ImportContext = { communes: null, facts: null, box: null };
  let start: RawTable | null = null;
  let whole: RawTable | null = null;
  let entries: ImportedEntries = {};

  const startOf = async (): Promise<RawTable> => {
    if (!start) {
      const table = await readTable(bytes, file, previewRows);
      start = isStreamed && bytes.length < source.size ? { ...table, cut: true } : table;
    }
    return start;
  };
  const wholeOf = async (report: Report): Promise<RawTable> => {
    const first = await startOf();
    if (!first.cut) whole ??= first;
    whole ??= isStreamed ? await streamCsvTable(source, file, report) : await readTable(bytes, file);
    return whole;
  };

  return {
    /** Takes a file and tells what it is by its content. */
    open: async (given: Blob, name: string): Promise<FileKind | 'proposal'> => {
      [source, file] = await withoutGzip(given, name);
      const head = new Uint8Array(await source.slice(0, headBytes).arrayBuffer());
      refuseUnread(head, file);
      isStreamed = isText(head, file);
      if (!isStreamed) refuseTooLarge(source.size, file);
      bytes = isStreamed || source.size <= headBytes ? head : new Uint8Array(await source.arrayBuffer());
      kind = isStreamed ? 'csv' : fileKind(bytes, file);
      if (kind === 'geojson' && isProposalText(bytes)) kind = 'proposal';
      return kind;
    },

    /** What a saved study holds: its scenarios, and the files of the pack inside it. Throws as `readStudyFile` does. */
    study: (): { stored: StoredStudy; inside: PackFiles } => {
      const { stored, files } = readStudyFile(bytes, file);
      return { stored, inside: [...files].map(([path, content]) => ({ path, bytes: content })) };
    },

    /** The first rows and a guess at everything, or at the rest where the target is asked for. */
    preview: async (next: ImportContext, asked?: ImportTarget): Promise<ImportPreview> => {
      context = { ...next, otherCodes: next.communes && otherCodesOf(next.communes) };
      const table = await startOf();
      return {
        format: table.format,
        encoding: table.encoding,
        columns: table.columns,
        sample: table.rows
          .slice(0, sampleRows)
          .map(({ values }) => table.columns.map((_, c) => cellText(values[c]).slice(0, 80))),
        rows: table.rows.length,
        isCut: table.cut,
        proposal: await proposeImport(table, context.box, asked),
      };
    },

    look: async (choice: ImportChoice): Promise<ImportLook> => {
      const table = whole ?? (await startOf());
      const { insideShare } = await guessSystem(table, choice.columns, context.box);
      return {
        sketch: await sketchTable(table, choice, file),
        missing: missingFields(table, choice),
        doubts: columnDoubts(table, choice.columns),
        insideShare,
      };
    },

    convert: async (choice: ImportChoice, report: Report): Promise<ImportSummary> => {
      const table = await wholeOf(report);
      const result = await convertTable(table, choice, context, file, report);
      entries = result.entries;
      const counts = Object.fromEntries(Object.entries(entries).map(([layer, list]) => [layer, list.length]));
      const { problems, rows, taken } = result;
      return { problems, rows, taken, unread: table.unread, counts };
    },

    /** Entries [from, to) of a layer of the last conversion. */
    slice: <L extends keyof ImportedEntries>(layer: L, from: number, to: number): ImportedEntries[L] =>
      entries[layer]?.slice(from, to) as ImportedEntries[L],
  };
};
export type ImportApi = ReturnType<typeof createImportApi>;
