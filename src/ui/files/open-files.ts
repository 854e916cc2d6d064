import { batch } from '@preact/signals';
import { fromEvent } from 'file-selector';
import { t } from '../../i18n/language.ts';
import { openImportReader } from '../../runs/import.ts';
import { attachStudy } from '../../study/study-file.ts';
import { isReadOnly } from '../app-state/read-only.ts';
import { study } from '../app-state/study.ts';
import { showToast } from '../app-state/toasts.ts';
import { takeAntenna } from '../coverage/index.ts';
import { beginImport } from '../import/index.ts';
import { type GivenFile, givenFile } from '../kit/choose-files.ts';
import { refuse } from '../problems/index.ts';
import { assessFiles } from '../proposals/index.ts';
import { open } from './open-pack.ts';
import { offerBack, saved, unsavedWork } from './saving.ts';
import { terrainOffered } from './terrain.ts';
import { freshWork, work } from './work.ts';

/** Files of a drop, folders walked. To be called before the event ends. */
export const filesOfDrop = async (event: DragEvent): Promise<GivenFile[]> =>
  (await fromEvent(event)).flatMap((file) =>
    file instanceof File ? [givenFile(file, file.relativePath.replace(/^\.?\//, ''))] : [],
  );

/** What the reader of a file finds in a saved study. */
type SavedStudy = Awaited<ReturnType<ReturnType<typeof openImportReader>['study']>>;

/**
 * Opens a saved study: on the pack inside its file, else on the open pack, which must be the one it was made on.
 * @throws InputError where it can't be read or the pack is another
 */
const openStudyFile = async ({ stored, inside }: SavedStudy, name: string): Promise<void> => {
  const base = study.peek()?.base;
  if (base && base.checksum === stored.base.checksum) {
    const next = attachStudy(stored, base, name);
    const comeBack = unsavedWork();
    batch(() => {
      work.value = freshWork();
      study.value = next;
    });
    if (comeBack) offerBack(comeBack);
  } else if (inside.length > 0) {
    if (!(await open(inside, (read) => attachStudy(stored, read, name)))) return;
  } else if (base) attachStudy(stored, base, name);
  else return;
  saved.value = { scenarios: study.peek()?.scenarios ?? [], name, isConfirmed: true };
  showToast(() => t('saving.opened', { file: name }));
};

const bytesOf = async (file: Blob): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());

const offerTerrain = (files: readonly File[]): void => {
  if (isReadOnly.peek()) showToast(() => t('study.refused.read-only'));
  else terrainOffered.value = files;
};

const antennaName = /\.(?:msi|pln|ant)$/i;

/** Files of one kind that are taken together. */
interface Together {
  proposals: File[];
  terrain: File[];
}

/** Opens one file for what its content says it is, or puts it to those that are taken together. */
const openByContent = async ({ path, file }: GivenFile, { proposals, terrain }: Together): Promise<void> => {
  if (antennaName.test(path)) {
    await takeAntenna(file);
    return;
  }
  const reader = openImportReader();
  const kind = await reader.open(file, file.name);
  if (kind !== 'pack' && kind !== 'study' && kind !== 'terrain' && kind !== 'proposal') {
    beginImport(file, reader);
    return;
  }
  const opened = kind === 'study' ? await reader.study().finally(reader.close) : null;
  reader.close();
  if (kind === 'terrain') terrain.push(file);
  else if (opened) await openStudyFile(opened, path);
  else if (kind === 'pack') await open([{ path, bytes: await bytesOf(file) }]);
  else proposals.push(file);
};

/**
 * Opens whatever is dropped or chosen: a pack's folder or archive, a saved study, carriers' proposals, or files to
 * import. A refused one is told and changes nothing.
 */
export const openFiles = async (given: readonly GivenFile[]): Promise<void> => {
  if (given.length === 0) return;
  try {
    if (given.some(({ path }) => /(?:^|\/)pack\.json$/.test(path))) {
      await open(await Promise.all(given.map(async ({ path, file }) => ({ path, bytes: await bytesOf(file) }))));
      return;
    }
    const together: Together = { proposals: [], terrain: [] };
    for (const one of given) await openByContent(one, together);
    const { proposals, terrain } = together;
    if (proposals.length > 0) await assessFiles(proposals);
    if (terrain.length > 0) offerTerrain(terrain);
  } catch (error) {
    // the file does not fit, or the browser could not read it, as when it was moved meanwhile
    refuse(error);
  }
};
