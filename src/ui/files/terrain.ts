import { batch, signal } from '@preact/signals';
import { formatNumber, formatShare } from '../../i18n/format.ts';
import { t } from '../../i18n/language.ts';
import type { TerrainModel } from '../../model/pack.ts';
import { type PackEntry, replaceTerrainInWorker } from '../../runs/pack.ts';
import { createScenario } from '../../study/scenarios.ts';
import type { OpenedPack, Study } from '../../study/study.ts';
import { attachStudy, storedStudy } from '../../study/study-file.ts';
import { run } from '../app-state/run.ts';
import { freeScenarioName, study } from '../app-state/study.ts';
import { showToast } from '../app-state/toasts.ts';
import { refuse, warnings } from '../problems/index.ts';
import { opening } from './open-pack.ts';
import { freshWork, work } from './work.ts';

/** Keeps the files of a pack that stands nowhere but here; set by recovery, which knows the browser's store. */
export const packKeeper: { keep: (checksum: string, entries: readonly PackEntry[]) => Promise<void> } = {
  keep: async () => {},
};

/** The study on another base, its scenarios kept; a scenario is begun where there is none, so that there is work to save. */
const onBase = (before: Study, next: OpenedPack, file: string): Study => {
  const { id, title } = next.pack.manifest;
  const stored = { ...storedStudy(before), base: { id, title, checksum: next.checksum } };
  const moved = attachStudy(stored, next, file);
  if (moved.scenarios.length === 0) return createScenario(moved, freeScenarioName(moved));
  // another list of scenarios than the one a file holds: what is saved has the old ground
  return { ...moved, scenarios: [...moved.scenarios] };
};

interface Grounded {
  coveredShare: number;
  filled: number;
  terrainModel: TerrainModel;
}

/** Says what the new ground is, and the way back to the old. */
const offerOldTerrain = (
  before: Study,
  workBefore: string,
  next: Study,
  file: string,
  { coveredShare, filled, terrainModel }: Grounded,
): void => {
  const share = formatShare(coveredShare);
  showToast(
    () => `${t('saving.ground', { share, filled: formatNumber(filled) })} ${t(`saving.groundIs.${terrainModel}`)}`,
    {
      label: () => t('study.undo'),
      run: () => {
        const now = study.peek();
        if (now?.base !== next.base) return;
        // what was done on the new ground stays done on the old
        batch(() => {
          work.value = workBefore;
          study.value = now.scenarios === next.scenarios ? before : onBase(now, before.base, file);
        });
      },
    },
  );
};

/** Elevation files that wait to be told what their heights show. */
export const terrainOffered = signal<readonly File[] | null>(null);

/**
 * Puts the open study on the ground of elevation files: its base becomes a new pack, its scenarios stay. Refused files
 * change nothing; the old ground can be brought back.
 */
export const replaceTerrainOf = async (given: readonly File[], terrainModel: TerrainModel): Promise<void> => {
  if (!study.peek()) return;
  await opening.ask({
    stage: 'reading',
    onFault: refuse,
    work: async ({ signal, tell }) => {
      const files = await Promise.all(
        given.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
      );
      signal.throwIfAborted();
      const of = study.peek();
      if (!of) return;
      const onProgress = ({ done, total }: { done: number; total: number }): void => tell('reading', done, total);
      const grounded = await replaceTerrainInWorker(of.base.pack, files, terrainModel, { signal, onProgress });
      const { read, entries } = grounded;
      await packKeeper.keep(read.checksum, entries);
      signal.throwIfAborted();
      const before = study.peek();
      if (!before || before.base !== of.base) return;
      const next = onBase(before, { pack: read.pack, checksum: read.checksum }, files[0].name);
      const workBefore = work.peek();
      batch(() => {
        run.reset();
        warnings.value = read.warnings;
        work.value = freshWork();
        study.value = next;
      });
      offerOldTerrain(before, workBefore, next, files[0].name, { ...grounded, terrainModel });
    },
  });
};
