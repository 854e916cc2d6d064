import { signal } from '@preact/signals';
import { t } from '../../i18n/language.ts';
import { type BuiltProvince, openProvinceBuilder, type ProvinceProgress } from '../../runs/province.ts';
import type { SourceId } from '../../sources/source.ts';
import { createJob } from '../app-state/job.ts';
import { base } from '../app-state/study.ts';
import { packTitle } from '../app-state/titles.ts';
import { showToast } from '../app-state/toasts.ts';
import { open, packKeeper } from '../files/index.ts';
import { warnings } from '../problems/index.ts';
import { filesOfKept, forgetPack, type KeptPack, keepPack, keptPacks } from './kept-packs.ts';
import { question } from './province-question.ts';
import { provincesShown } from './showing.ts';

type Step = Extract<ProvinceProgress, { kind: 'step' }>['step'];

/** Answers that have come, a source each; what was kept from before counts. */
export const tallies = signal<ReadonlyMap<SourceId, { answers: number; bytes: number }>>(new Map());
export const step = signal<Step | null>(null);

/** Asking sources and building the pack. What had come before it was cancelled is not asked for again. */
export const building = createJob<BuiltProvince, 'asking'>();

export const kept = signal<readonly KeptPack[]>([]);

export const readKept = async (): Promise<void> => {
  try {
    kept.value = await keptPacks();
  } catch {
    // a browser that refuses storage keeps none
    kept.value = [];
  }
};

const keep = async ({ id, title, titleEn, entries }: BuiltProvince): Promise<void> => {
  const bytes = entries.reduce((sum, entry) => sum + entry.bytes.length, 0);
  try {
    await keepPack({ id, title, titleEn, bytes }, entries);
  } catch {
    showToast(() => t('province.notKept'));
  }
  await readKept();
};

/** Opens files as the study's base, and has recovery keep them beside unsaved work. */
const openEntries = async (entries: BuiltProvince['entries']): Promise<void> => {
  if (!(await open(entries))) return;
  provincesShown.value = null;
  const checksum = base.peek()?.checksum;
  // the pack is open all the same where there is no room for it
  if (checksum) await packKeeper.keep(checksum, entries).catch(() => {});
};

const told = (progress: ProvinceProgress): void => {
  if (progress.kind === 'step') step.value = progress.step;
  else {
    const { id, answers, bytes } = progress;
    tallies.value = new Map(tallies.value).set(id, { answers, bytes });
  }
};

export const build = async (): Promise<void> => {
  const asked = question.peek();
  if (!asked) return;
  tallies.value = new Map();
  step.value = null;
  const isBuilt = await building.ask({
    stage: 'asking',
    work: async ({ signal: ended }) => {
      const builder = openProvinceBuilder();
      ended.addEventListener('abort', builder.close, { once: true });
      try {
        return await builder.build(asked, told);
      } finally {
        builder.close();
      }
    },
  });
  const built = building.result.peek();
  if (!isBuilt || !built) return;
  await keep(built);
  await openEntries(built.entries);
  warnings.value = [...built.notes, ...warnings.peek()];
  building.reset();
};

export const openKept = async ({ id }: KeptPack): Promise<void> => {
  const entries = await filesOfKept(id);
  if (entries) await openEntries(entries);
};

export const forgetKept = async (pack: KeptPack): Promise<void> => {
  await forgetPack(pack.id);
  await readKept();
  showToast(() => t('province.kept.forgotten', { title: packTitle(pack) }));
};
