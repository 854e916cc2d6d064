import { batch } from '@preact/signals';
import { t } from '../../i18n/language.ts';
import { openPack, type PackInput } from '../../runs/pack.ts';
import type { OpenedPack } from '../../study/study.ts';
import { openStudy, type Study } from '../../study/study.ts';
import { createJob } from '../app-state/job.ts';
import { run } from '../app-state/run.ts';
import { study } from '../app-state/study.ts';
import { packTitle } from '../app-state/titles.ts';
import { showToast } from '../app-state/toasts.ts';
import { forgetPlaces } from '../app-state/view.ts';
import { refuse, warnings } from '../problems/index.ts';
import { offerBack, saved, unsavedWork } from './saving.ts';
import { freshWork, work } from './work.ts';

const builtInPack = './packs/thai-nguyen-2020/';

/** The reading of a pack. It is apart from the run: a pack that is refused must not disturb that. */
export const opening = createJob<void, 'reading'>();

/**
 * Opens a pack as a new study, or puts one that was saved on it. What is refused changes nothing: what was open and
 * running goes on. Gives whether it was opened.
 */
export const open = (input: PackInput, studyOn: (base: OpenedPack) => Study = openStudy): Promise<boolean> =>
  opening.ask({
    stage: 'reading',
    onFault: refuse,
    work: async ({ signal, tell }) => {
      const onProgress = ({ done, total }: { done: number; total: number }): void => tell('reading', done, total);
      const { pack, checksum, warnings: notes } = await openPack(input, { signal, onProgress });
      signal.throwIfAborted();
      const next = studyOn({ pack, checksum });
      const before = study.peek();
      const comeBack = unsavedWork();
      batch(() => {
        run.reset();
        warnings.value = notes;
        study.value = next;
        saved.value = null;
        work.value = freshWork();
        if (before) forgetPlaces();
      });
      if (before) showToast(() => t('app.toast.opened', { title: packTitle(pack.manifest) }));
      if (comeBack) offerBack(comeBack);
    },
  });

export const openBuiltIn = (): Promise<boolean> => open(new URL(builtInPack, document.baseURI).href);
