import type { Outcome } from '../study/moment.ts';
import type { ImportedLayers } from '../study/operations/import-file.ts';
import { importFileInSteps } from '../study/operations/import-file.ts';
import type { Study } from '../study/study.ts';
import { inSteps } from './in-steps.ts';

export {
  type ImportLook,
  type ImportPreview,
  type ImportReader,
  type ImportSummary,
  openImportReader,
} from '../../workers/import/client.ts';

/** Works out everything a file brings as one moment, in stretches between which the page answers; gives entries done. */
export const importInSteps = (
  study: Study,
  input: { file: string; layers: ImportedLayers },
  onProgress: (done: number) => void,
): Promise<Outcome> => inSteps(importFileInSteps(study, input), onProgress);
