import { batch, computed, effect, signal } from '@preact/signals';
import { fileSave } from 'browser-fs-access';
import { t } from '../../i18n/language.ts';
import type { Scenario } from '../../study/study.ts';
import { writeStudyFile } from '../../study/study-file.ts';
import { faultText } from '../app-state/fault-text.ts';
import { isAbort } from '../app-state/job.ts';
import { study } from '../app-state/study.ts';
import { showToast } from '../app-state/toasts.ts';
import { blobOf } from '../kit/save-file.ts';
import { work } from './work.ts';

/**
 * What a file holds: the list of scenarios as it was written or read, and the file's name. Of a download nobody learns
 * whether it came to be a file.
 */
export const saved = signal<{ scenarios: readonly Scenario[]; name: string; isConfirmed: boolean } | null>(null);

/** Whether the open study has work that no file holds. */
export const isUnsaved = computed(() => {
  const scenarios = study.value?.scenarios ?? [];
  return scenarios !== saved.value?.scenarios && (scenarios.length > 0 || saved.value !== null);
});

/**
 * Writes the open study to a .phusong file, its pack inside, by the browser's file dialog; as a download where the
 * browser has none. Closing the dialog changes nothing.
 */
export const saveStudy = async (): Promise<void> => {
  const open = study.peek();
  if (!open) return;
  const fileName = saved.peek()?.name ?? `${open.base.pack.manifest.id}.phusong`;
  // the dialog comes first: a browser opens it only right after a click
  const soon = new Promise((resolve) => window.setTimeout(resolve));
  const content = soon.then(() => blobOf(fileName, writeStudyFile(open, { withPack: true })));
  try {
    const kind = { extensions: ['.phusong'], mimeTypes: ['application/zip'], description: t('saving.kind') };
    const handle = await fileSave(content, { fileName, ...kind });
    const file = handle?.name ?? fileName;
    saved.value = { scenarios: open.scenarios, name: file, isConfirmed: Boolean(handle) };
    showToast(() => t(handle ? 'saving.done' : 'app.toast.downloaded', { file }));
  } catch (error) {
    if (!isAbort(error)) showToast(() => t('saving.failed', { message: faultText(error) }));
  }
};

/** The open study with what is known of it, to come back to; null where it has no work that no file holds. */
export const unsavedWork = (): (() => void) | null => {
  const [before, savedBefore, workBefore] = [study.peek(), saved.peek(), work.peek()];
  if (!before || !isUnsaved.peek()) return null;
  return () =>
    batch(() => {
      study.value = before;
      saved.value = savedBefore;
      work.value = workBefore;
    });
};

/** After another study took the place of one with unsaved work: the way back to it. */
export const offerBack = (comeBack: () => void): void =>
  showToast(() => t('saving.replaced'), { label: () => t('saving.bringBack'), run: comeBack });

/** Has the browser ask before the page is left with unsaved work; returns what ends it. */
export const guardLeaving = (): (() => void) => {
  const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
  const stop = effect(() => {
    if (isUnsaved.value) window.addEventListener('beforeunload', ask);
    else window.removeEventListener('beforeunload', ask);
  });
  return () => {
    stop();
    window.removeEventListener('beforeunload', ask);
  };
};
