import * as Comlink from 'comlink';
import type { ImportContext } from '../../src/files/import/context.ts';
import type { ImportedEntries } from '../../src/files/import/convert/imported.ts';
import type { ImportTarget } from '../../src/files/import/guess/fields.ts';
import type { ImportChoice } from '../../src/files/import/guess/propose.ts';
import type { FileKind } from '../../src/files/import/table/read-table.ts';
import { canSpawn, openThread, unlessEnded } from '../thread.ts';
import { createImportApi, type ImportApi, type ImportLook, type ImportPreview, type ImportSummary } from './api.ts';

export type { ImportLook, ImportPreview, ImportSummary };

type Report = (done: number, total: number) => void;

/**
 * A file being imported, off the page's thread. Every step rejects with an InputError where the file can't be used so,
 * and with an AbortError once it is closed.
 */
export interface ImportReader {
  open: (given: Blob, name: string) => Promise<FileKind | 'proposal'>;
  /** What a saved study holds, where the file is one. */
  study: () => Promise<ReturnType<ImportApi['study']>>;
  preview: (context: ImportContext, asked?: ImportTarget) => Promise<ImportPreview>;
  look: (choice: ImportChoice) => Promise<ImportLook>;
  convert: (choice: ImportChoice, report: Report) => Promise<ImportSummary>;
  /** Everything of the last conversion, in pieces small enough that the page never waits for one. */
  entries: (counts: ImportSummary['counts'], report: Report) => Promise<ImportedEntries>;
  /** Ends the worker at once, whatever it is doing. */
  close: () => void;
}

/** Entries a message: a few milliseconds of the page's time. */
const sliceEntries = 1_000;

export const openImportReader = (): ImportReader => {
  const thread = canSpawn()
    ? openThread<ImportApi>(new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }), 'import')
    : null;
  const api = (thread?.api ?? createImportApi()) as ImportApi;
  const closing = new AbortController();
  const during = <T>(work: T | Promise<T>): Promise<T> =>
    unlessEnded(Promise.resolve(work), closing.signal, thread?.crash);
  const proxied = (report: Report): Report => (thread ? Comlink.proxy(report) : report);

  return {
    open: (given, name) => during(api.open(given, name)),
    study: () => during(api.study()),
    preview: (context, asked) => during(api.preview(context, asked)),
    look: (choice) => during(api.look(choice)),
    convert: (choice, report) => during(api.convert(choice, proxied(report))),
    entries: async (counts, report) => {
      const all: Record<string, unknown[]> = {};
      const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
      let done = 0;
      for (const [layer, count] of Object.entries(counts)) {
        const list: unknown[] = [];
        all[layer] = list;
        for (let from = 0; from < count; from += sliceEntries) {
          const slice = await during(api.slice(layer as keyof ImportedEntries, from, from + sliceEntries));
          for (const entry of slice ?? []) list.push(entry);
          done += slice?.length ?? 0;
          report(done, total);
        }
      }
      return all as ImportedEntries;
    },
    close: () => {
      thread?.terminate();
      closing.abort();
    },
  };
};
