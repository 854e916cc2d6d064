import { directoryOpen, fileOpen } from 'browser-fs-access';
import { showable } from '../../model/printable.ts';
import { isAbort } from '../app-state/job.ts';

/** A file with its path inside the folder it was chosen or dropped with. */
export interface GivenFile {
  path: string;
  file: File;
}

/** A file under a name that can be shown: signs that turn the direction of what follows are seen as such. */
export const givenFile = (file: File, path: string): GivenFile => {
  const name = showable(file.name);
  return { path: showable(path), file: name === file.name ? file : new File([file], name, file) };
};

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
    return files.map((file) => givenFile(file, file.webkitRelativePath || file.name));
  } catch (error) {
    if (isAbort(error)) return [];
    throw error;
  }
};

export const chooseFiles = ({ multiple = false, ...wanted }: Wanted): Promise<GivenFile[]> =>
  chosen(() => fileOpen({ ...wanted, multiple }).then((files) => [files].flat()));

export const chooseFolder = (): Promise<GivenFile[]> => chosen(() => directoryOpen({ recursive: true }));
