import { batch, signal } from '@preact/signals';
import { type PackEntry, replaceTerrainOf } from '../../../workers/pack/client.ts';
import { formatNumber, formatShare } from '../../i18n/format.ts';
import { t } from '../../i18n/language.ts';
import type { TerrainModel } from '../../model/pack.ts';
import { createScenario } from '../../study/scenarios.ts';
import type { OpenedPack, Study } from '../../study/study.ts';
import { attachStudy, storedStudy } from '../../study/study-file.ts';
import { freeScenarioName, opening, study, studyRun, warnings } from '../app-state/study.ts';
import { showToast } from '../app-state/toasts.ts';
import { beginOpening, refuseOpening } from './open-pack.ts';

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

/** Elevation files that wait to be told what their heights show. */
export const groundOffered = signal<readonly File[] | null>(null);

/**
 * Puts the open study on the ground of elevation files: its base becomes a new pack, its scenarios stay. Refused files
 * change nothing; the old ground can be brought back.
 */
export const replaceGround = async (given: readonly File[], terrainModel: TerrainModel): Promise<void> => {
  if (!study.peek()) return;
  const { signal: ended, onProgress } = beginOpening();
  try {
    const files = await Promise.all(
      given.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
    );
    const of = study.peek();
    if (ended.aborted || !of) return;
    const { read, entries, coveredShare, filled } = await replaceTerrainOf(of.base.pack, files, terrainModel, {
      signal: ended,
      onProgress,
    });
    await packKeeper.keep(read.checksum, entries);
    const before = study.peek();
    if (ended.aborted || !before || before.base !== of.base) return;
    const next = onBase(before, { pack: read.pack, checksum: read.checksum }, files[0].name);
    batch(() => {
      opening.value = null;
      studyRun.value = null;
      warnings.value = read.warnings;
      study.value = next;
    });
    const share = formatShare(coveredShare);
    showToast(
      () => `${t('saving.ground', { share, filled: formatNumber(filled) })} ${t(`saving.groundIs.${terrainModel}`)}`,
      {
        label: () => t('study.undo'),
        run: () => {
          const now = study.peek();
          if (now?.base !== next.base) return;
          // what was done on the new ground stays done on the old
          study.value = now.scenarios === next.scenarios ? before : onBase(now, before.base, files[0].name);
        },
      },
    );
  } catch (error) {
    refuseOpening(error, ended);
  }
};
