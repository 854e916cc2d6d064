import { directoryOpen, fileOpen } from 'browser-fs-access';
import { fromEvent } from 'file-selector';
import { openImportReader } from '../../../workers/import/client.ts';
import { readMsi } from '../../files/antenna/msi.ts';
import { t } from '../../i18n/language.ts';
import type { MeasuredAntenna } from '../../model/facts.ts';
import { InputError } from '../../model/problem.ts';
import { operations } from '../../study/operations/index.ts';
import { attachStudy, packEntriesOf, readStudyFile } from '../../study/study-file.ts';
import { perform } from '../study/perform.ts';
import { isReadOnly } from '../tabs/tab-state.ts';
import { groundOffered } from './ground.ts';
import { beginImport } from './import.ts';
import { addProposals } from './proposals.ts';
import { isUnsaved, offerBack, saved } from './saving.ts';
import { refusal, study } from './study.ts';
import { showToast } from './toasts.ts';
import { openTask, task } from './view.ts';
import { open } from './work.ts';

/** A file with its path inside the folder it was chosen or dropped with. */
export interface GivenFile {
  path: string;
  file: File;
}

/** Files of a drop, folders walked. To be called before the event ends. */
export const filesOfDrop = async (event: DragEvent): Promise<GivenFile[]> =>
  (await fromEvent(event)).flatMap((file) =>
    file instanceof File ? [{ path: file.relativePath.replace(/^\.?\//, ''), file }] : [],
  );

/** What is asked for in the browser's file dialog. */
interface Wanted {
  /** With their dots. */
  extensions: string[];
  description: string;
  multiple?: boolean;
}

/** Files chosen in the browser's dialog; none where it is closed without a choice. */
const chosen = async (ask: () => Promise<File[]>): Promise<GivenFile[]> => {
  try {
    // an empty folder is given as itself
    const files = (await ask()).filter((one) => one instanceof File);
    return files.map((file) => ({ path: file.webkitRelativePath || file.name, file }));
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'AbortError')) refuse(error);
    return [];
  }
};

export const chooseFiles = ({ multiple = false, ...wanted }: Wanted): Promise<GivenFile[]> =>
  chosen(() => fileOpen({ ...wanted, multiple }).then((files) => [files].flat()));

export const chooseFolder = (): Promise<GivenFile[]> => chosen(() => directoryOpen({ recursive: true }));

/**
 * Opens a saved study: on the pack inside its file, else on the open pack, which must be the one it was made on.
 * @throws InputError where it can't be read or the pack is another
 */
const openStudyFile = async (bytes: Uint8Array, name: string): Promise<void> => {
  const { stored } = readStudyFile(bytes, name);
  const inside = packEntriesOf(bytes, name);
  const base = study.peek()?.base;
  if (base && base.checksum === stored.base.checksum) {
    const [before, wasUnsaved, savedBefore] = [study.peek(), isUnsaved.peek(), saved.peek()];
    study.value = attachStudy(stored, base, name);
    if (before && wasUnsaved) offerBack(before, savedBefore);
  } else if (inside.length > 0) {
    if (!(await open(inside, (read) => attachStudy(stored, read, name)))) return;
  } else if (base) attachStudy(stored, base, name);
  else return;
  saved.value = { scenarios: study.peek()?.scenarios ?? [], name };
  showToast(() => t('saving.opened', { file: name }));
};

const bytesOf = async (file: Blob): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());

const refuse = (error: unknown): void => {
  refusal.value =
    error instanceof InputError
      ? { problems: error.problems, message: null }
      : { problems: [], message: error instanceof Error ? error.message : String(error) };
};

/** Carriers' files, whatever their format: assessed together with those that are there. */
export const openProposals = async (files: readonly File[]): Promise<void> => {
  try {
    const read = await Promise.all(files.map(async (file) => ({ name: file.name, bytes: await bytesOf(file) })));
    openTask('proposals');
    await addProposals(read);
  } catch (error) {
    refuse(error);
  }
};

const offerTerrain = (files: readonly File[]): void => {
  if (isReadOnly.peek()) showToast(() => t('study.refused.read-only'));
  else groundOffered.value = files;
};

const antennaName = /\.(?:msi|pln|ant)$/i;

/** Takes a measured antenna into the study, for any cell to have. */
const addAntenna = (antenna: MeasuredAntenna, file: string): void => {
  if (perform((of) => operations.importFile(of, { file, layers: { antennas: [antenna] } })))
    showToast(() => t('coverage.site.antennaAdded', { name: antenna.name }));
};

/** Files of one kind that are taken together. */
interface Together {
  proposals: File[];
  terrain: File[];
}

/** Opens one file for what its content says it is, or puts it to those that are taken together. */
const openByContent = async ({ path, file }: GivenFile, { proposals, terrain }: Together): Promise<void> => {
  if (antennaName.test(path)) {
    addAntenna(readMsi(await bytesOf(file), file.name), file.name);
    return;
  }
  const reader = openImportReader();
  const kind = await reader.open(file, file.name);
  if (kind !== 'pack' && kind !== 'study' && kind !== 'terrain' && kind !== 'proposal' && task.peek() !== 'proposals') {
    beginImport(file, reader);
    return;
  }
  reader.close();
  if (kind === 'terrain') terrain.push(file);
  else if (kind === 'study') await openStudyFile(await bytesOf(file), path);
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
    if (proposals.length > 0) await openProposals(proposals);
    if (terrain.length > 0) offerTerrain(terrain);
  } catch (error) {
    // the file does not fit, or the browser could not read it, as when it was moved meanwhile
    refuse(error);
  }
};
