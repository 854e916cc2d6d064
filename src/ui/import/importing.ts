import { computed, signal } from '@preact/signals';
import type { ImportField, ImportTarget } from '../../files/import/guess/fields.ts';
import type { ImportChoice } from '../../files/import/guess/propose.ts';
import { t } from '../../i18n/language.ts';
import {
  type ImportLook,
  type ImportPreview,
  type ImportReader,
  type ImportSummary,
  importInSteps,
  openImportReader,
} from '../../runs/import.ts';
import { operations } from '../../study/operations/index.ts';
import { createJob } from '../app-state/job.ts';
import type { AtWork } from '../app-state/job-types.ts';
import { refusalText } from '../app-state/operation-words.ts';
import { commit, opened, study, undo } from '../app-state/study.ts';
import { showToast } from '../app-state/toasts.ts';
import { refuse } from '../problems/index.ts';
import { assessFiles } from '../proposals/index.ts';

/** A file on its way in: what it seems to be, how it shall be read, where it falls. */
export interface ImportDraft {
  file: File;
  preview: ImportPreview;
  choice: ImportChoice;
  /** Null until the choice has been looked at. */
  look: ImportLook | null;
}

/** A file in the panel, as far as it is known. */
interface OpenFile {
  file: File;
  reader: ImportReader;
  draft: ImportDraft | null;
  /** What came of the whole file with the choice; null before, and where the choice is made again. */
  summary: ImportSummary | null;
}

type Step = 'reading' | 'looking' | 'checking' | 'entering';

export type ImportState =
  | { kind: 'reading'; file: File }
  | { kind: 'choosing'; file: File; draft: ImportDraft }
  | { kind: 'checking' | 'entering'; file: File; draft: ImportDraft; done: number; total: number }
  | { kind: 'checked'; file: File; draft: ImportDraft; summary: ImportSummary };

const open = signal<OpenFile | null>(null);
const waiting: File[] = [];

/** The step at work: one at a time, and a later one takes its place. */
const step = createJob<void, Step>();

/** The file in the import panel; null while none is. */
export const importing = computed((): ImportState | null => {
  if (!open.value) return null;
  const { file, draft, summary } = open.value;
  const state = step.state.value;
  if (!draft || (state.kind === 'running' && state.stage === 'reading')) return { kind: 'reading', file };
  if (state.kind === 'running' && state.stage !== 'looking' && state.stage !== 'reading') {
    return { kind: state.stage, file, draft, done: state.done, total: state.total };
  }
  return summary ? { kind: 'checked', file, draft, summary } : { kind: 'choosing', file, draft };
});

/** Does a step with the open file; a fault of it refuses the file. */
const take = async (stage: Step, work: (of: OpenFile, at: AtWork<void, Step>) => Promise<void>): Promise<void> => {
  const of = open.peek();
  if (!of) return;
  await step.ask({
    stage,
    work: (at) => work(of, at),
    onFault: (error) => {
      endImport();
      return refuse(error);
    },
  });
};

/** Puts down what a step has found, unless another has taken its place. */
const put = (change: Partial<OpenFile>, { signal: ended }: AtWork<void, Step>): void => {
  ended.throwIfAborted();
  if (open.peek()) open.value = { ...open.peek()!, ...change };
};

const contextOf = () => {
  const pack = opened.peek()?.pack;
  return {
    communes: pack?.communes ?? null,
    facts: pack?.facts ?? null,
    box: pack?.manifest.boundingBox ?? null,
  };
};

const look = (draft: ImportDraft): void => {
  open.value = { ...open.peek()!, draft: { ...draft, look: null }, summary: null };
  void take('looking', async ({ reader }, at) => {
    const found = await reader.look(draft.choice);
    put({ draft: { ...draft, look: found } }, at);
  });
};

/** Reads the start of the file, then looks at what it seems to be. */
const preview = (asked?: ImportTarget): Promise<void> =>
  take('reading', async ({ file, reader }, at) => {
    const found = await reader.preview(contextOf(), asked);
    const draft = { file, preview: found, choice: found.proposal.choice, look: null };
    put({ draft, summary: null }, at);
    at.tell('looking', 0, 0);
    put({ draft: { ...draft, look: await reader.look(draft.choice) } }, at);
  });

/** Puts a file whose reader is open into the panel, after the one that is there. */
export const beginImport = (file: File, reader: ImportReader): void => {
  if (open.peek()) {
    reader.close();
    waiting.push(file);
    return;
  }
  open.value = { file, reader, draft: null, summary: null };
  void preview();
};

/** Leaves the file out; the next one that waits takes its place. */
export const endImport = (): void => {
  open.peek()?.reader.close();
  step.reset();
  open.value = null;
  const next = waiting.shift();
  if (!next) return;
  const reader = openImportReader();
  void reader.open(next, next.name).then(() => beginImport(next, reader), refuse);
};

const choose = (change: Partial<ImportChoice>): void => {
  const draft = open.peek()?.draft;
  if (draft) look({ ...draft, choice: { ...draft.choice, ...change } });
};

/** Another kind of thing has other columns: they are guessed anew. */
export const chooseTarget = (target: ImportTarget): void => void preview(target);

export const chooseSystem = (epsg: number): void => choose({ epsg });

export const swapAxes = (swapped: boolean): void => choose({ swapped });

/** Gives a field its column; undefined leaves it out. A column serves one field. */
export const chooseColumn = (field: ImportField, column: number | undefined): void => {
  const draft = open.peek()?.draft;
  if (!draft) return;
  const others = Object.entries(draft.choice.columns).filter(([name, at]) => name !== field && at !== column);
  choose({ columns: Object.fromEntries(column === undefined ? others : [...others, [field, column]]) });
};

/** Back from the problems to the columns. */
export const chooseAgain = (): void => {
  const draft = open.peek()?.draft;
  if (draft && !draft.look) look(draft);
  else if (draft) open.value = { ...open.peek()!, summary: null };
};

/** Reads the whole file as chosen and tells what is wrong with its rows; nothing enters yet. */
export const checkImport = (): Promise<void> =>
  take('checking', async ({ draft, reader }, at) => {
    if (!draft) return;
    const summary = await reader.convert(draft.choice, (done, total) => at.tell('checking', done, total));
    put({ summary }, at);
  });

/** Takes everything that could be read into the scenario at work, as one moment. */
export const enterImport = (): Promise<void> =>
  take('entering', async ({ file, reader, summary }, { signal: ended, tell }) => {
    const before = study.peek();
    if (!summary || !before) return;
    const total = Object.values(summary.counts).reduce((sum, count) => sum + count, 0);
    const layers = await reader.entries(summary.counts, (done, all) => tell('entering', done, all));
    const input = { file: file.name, layers };
    const outcome = await importInSteps(before, input, (done) => tell('entering', done, total));
    ended.throwIfAborted();
    // what was worked out holds as long as nothing else has been done
    const refused = commit((on) => (study.peek() === before ? outcome : operations.importFile(on, input)));
    if (refused) {
      showToast(() => refusalText(refused));
      return;
    }
    endImport();
    showToast(() => t('import.entered', { count: summary.taken, file: file.name }), {
      label: () => t('study.undo'),
      run: undo,
    });
  });

/** A list of sites may be what a carrier plans: it is assessed instead of entering, read as the user has said. */
export const assessInstead = async (): Promise<void> => {
  const draft = open.peek()?.draft;
  if (!draft) return;
  endImport();
  await assessFiles([draft.file], draft.choice);
};
