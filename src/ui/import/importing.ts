import { signal } from '@preact/signals';
import {
  type ImportLook,
  type ImportPreview,
  type ImportReader,
  type ImportSummary,
  openImportReader,
} from '../../../workers/import/client.ts';
import type { ImportField, ImportTarget } from '../../files/import/guess/fields.ts';
import type { ImportChoice } from '../../files/import/guess/propose.ts';
import { t } from '../../i18n/language.ts';
import { InputError } from '../../model/problem.ts';
import { inSteps } from '../../runs/in-steps.ts';
import { importFileInSteps } from '../../study/operations/import-file.ts';
import { operations } from '../../study/operations/index.ts';
import { refusalText } from '../app-state/operation-words.ts';
import { commit, opened, refusal, study, undo } from '../app-state/study.ts';
import { showToast } from '../app-state/toasts.ts';
import { openTask } from '../app-state/view.ts';
import { addProposals } from '../proposals/assessing.ts';

/** A file on its way in: what it seems to be, how it shall be read, where it falls. */
export interface ImportDraft {
  file: File;
  preview: ImportPreview;
  choice: ImportChoice;
  /** Null until the choice has been looked at. */
  look: ImportLook | null;
}

export type ImportState =
  | { kind: 'reading'; file: File }
  | { kind: 'choosing'; draft: ImportDraft }
  | { kind: 'checking'; draft: ImportDraft; done: number; total: number }
  | { kind: 'checked'; draft: ImportDraft; summary: ImportSummary }
  | { kind: 'entering'; draft: ImportDraft; done: number; total: number };

/** The file in the import panel; null while none is. */
export const importing = signal<ImportState | null>(null);

let reader: ImportReader | null = null;
const waiting: File[] = [];

const draftOf = (): ImportDraft | null => {
  const state = importing.peek();
  return state && state.kind !== 'reading' ? state.draft : null;
};

const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';

/** The file can't be used: told, and nothing has changed. */
const refuse = (error: unknown): void => {
  if (isAbort(error)) return;
  endImport();
  refusal.value =
    error instanceof InputError
      ? { problems: error.problems, message: null }
      : { problems: [], message: error instanceof Error ? error.message : String(error) };
};

const contextOf = () => {
  const pack = opened.peek()?.pack;
  return {
    communes: pack?.communes ?? null,
    facts: pack?.facts ?? null,
    box: pack?.manifest.boundingBox ?? null,
  };
};

const look = async (of: ImportReader, draft: ImportDraft): Promise<void> => {
  importing.value = { kind: 'choosing', draft };
  try {
    const found = await of.look(draft.choice);
    const state = importing.peek();
    // a choice made meanwhile has its own look under way
    if (state?.kind === 'choosing' && state.draft === draft) {
      importing.value = { kind: 'choosing', draft: { ...draft, look: found } };
    }
  } catch (error) {
    if (importing.peek()?.kind === 'choosing' && draftOf() === draft) refuse(error);
  }
};

const preview = async (of: ImportReader, file: File, asked?: ImportTarget): Promise<void> => {
  importing.value = { kind: 'reading', file };
  try {
    const found = await of.preview(contextOf(), asked);
    await look(of, { file, preview: found, choice: found.proposal.choice, look: null });
  } catch (error) {
    refuse(error);
  }
};

/** Puts a file whose reader is open into the panel, after the one that is there. */
export const beginImport = (file: File, of: ImportReader): void => {
  if (importing.peek()) {
    of.close();
    waiting.push(file);
    return;
  }
  reader = of;
  void preview(of, file);
};

/** Leaves the file out; the next one that waits takes its place. */
export const endImport = (): void => {
  reader?.close();
  reader = null;
  importing.value = null;
  const next = waiting.shift();
  if (!next) return;
  const of = openImportReader();
  void of.open(next, next.name).then(() => beginImport(next, of), refuse);
};

const choose = (change: Partial<ImportChoice>): void => {
  const draft = draftOf();
  if (draft && reader) void look(reader, { ...draft, choice: { ...draft.choice, ...change }, look: null });
};

/** Another kind of thing has other columns: they are guessed anew. */
export const chooseTarget = (target: ImportTarget): void => {
  const draft = draftOf();
  if (draft && reader) void preview(reader, draft.file, target);
};

export const chooseSystem = (epsg: number): void => choose({ epsg });

export const swapAxes = (swapped: boolean): void => choose({ swapped });

/** Gives a field its column; undefined leaves it out. A column serves one field. */
export const chooseColumn = (field: ImportField, column: number | undefined): void => {
  const draft = draftOf();
  if (!draft) return;
  const others = Object.entries(draft.choice.columns).filter(([name, at]) => name !== field && at !== column);
  choose({ columns: Object.fromEntries(column === undefined ? others : [...others, [field, column]]) });
};

/** Back from the problems to the columns. */
export const chooseAgain = (): void => {
  const draft = draftOf();
  if (draft) importing.value = { kind: 'choosing', draft };
};

/** Reads the whole file as chosen and tells what is wrong with its rows; nothing enters yet. */
export const checkImport = async (): Promise<void> => {
  const draft = draftOf();
  const of = reader;
  if (!draft || !of) return;
  importing.value = { kind: 'checking', draft, done: 0, total: 0 };
  try {
    const summary = await of.convert(draft.choice, (done, total) => {
      if (importing.peek()?.kind === 'checking') importing.value = { kind: 'checking', draft, done, total };
    });
    if (of === reader) importing.value = { kind: 'checked', draft, summary };
  } catch (error) {
    refuse(error);
  }
};

/** Takes everything that could be read into the scenario at work, as one moment. */
export const enterImport = async (): Promise<void> => {
  const state = importing.peek();
  const of = reader;
  const before = study.peek();
  if (state?.kind !== 'checked' || !of || !before) return;
  const { draft, summary } = state;
  const report = (done: number, total: number): void => {
    if (of === reader) importing.value = { kind: 'entering', draft, done, total };
  };
  report(0, 0);
  try {
    const layers = await of.entries(summary.counts, report);
    const total = Object.values(summary.counts).reduce((sum, count) => sum + count, 0);
    const input = { file: draft.file.name, layers };
    const outcome = await inSteps(importFileInSteps(before, input), (done) => report(done, total));
    if (of !== reader) return;
    // what was worked out holds as long as nothing else has been done
    const refused = commit((on) => (study.peek() === before ? outcome : operations.importFile(on, input)));
    if (refused) {
      showToast(() => refusalText(refused));
      importing.value = state;
      return;
    }
    endImport();
    showToast(() => t('import.entered', { count: summary.taken, file: draft.file.name }), {
      label: () => t('study.undo'),
      run: undo,
    });
  } catch (error) {
    refuse(error);
  }
};

/** A list of masts may be what a carrier plans: it is assessed instead of entering. */
export const assessInstead = async (): Promise<void> => {
  const draft = draftOf();
  if (!draft) return;
  const bytes = new Uint8Array(await draft.file.arrayBuffer());
  endImport();
  openTask('proposals');
  await addProposals([{ name: draft.file.name, bytes }]);
};
