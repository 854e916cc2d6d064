import * as Comlink from 'comlink';
import type { ImportContext } from '../../src/files/import/context.ts';
import type { ImportedEntries } from '../../src/files/import/convert/imported.ts';
import type { ImportTarget } from '../../src/files/import/guess/fields.ts';
import type { ImportChoice } from '../../src/files/import/guess/propose.ts';
import type { FileKind } from '../../src/files/import/table/read-table.ts';
import { canSpawn, openThread, unlessEnded } from '../thread.ts';
import type { ImportApi, ImportLook, ImportPreview, ImportSummary } from './api.ts';

export type { ImportLook, ImportPreview, ImportSummary };

type Report = (done: number, total: number) => void;

/**
 * A file being imported, off the page's thread. Every step rejects with an InputError where the file can't be used so,
 * and with an AbortError once it is closed.
 */
export interface ImportReader {
  open: (given: Blob, name: string) => Promise<FileKind | 'proposal'>;
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
  const api: Promise<ImportApi> = thread
    ? Promise.resolve(thread.api as unknown as ImportApi)
    : import('./api.ts').then(({ createImportApi }) => createImportApi());
  const closing = new AbortController();
  const during = <T>(ask: (api: ImportApi) => T | Promise<T>): Promise<T> =>
    unlessEnded(api.then(ask), closing.signal, thread?.crash);
  const proxied = (report: Report): Report => (thread ? Comlink.proxy(report) : report);

  return {
    open: (given, name) => during((of) => of.open(given, name)),
    preview: (context, asked) => during((of) => of.preview(context, asked)),
    look: (choice) => during((of) => of.look(choice)),
    convert: (choice, report) => during((of) => of.convert(choice, proxied(report))),
    entries: async (counts, report) => {
      const all: Record<string, unknown[]> = {};
      const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
      let done = 0;
      for (const [layer, count] of Object.entries(counts)) {
        const list: unknown[] = [];
        all[layer] = list;
        for (let from = 0; from < count; from += sliceEntries) {
          const slice = await during((of) => of.slice(layer as keyof ImportedEntries, from, from + sliceEntries));
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
