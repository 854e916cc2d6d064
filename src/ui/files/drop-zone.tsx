import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../../i18n/language.ts';
import { refuse } from '../problems/index.ts';
import { filesOfDrop, openFiles } from './open-files.ts';

const isOver = signal(false);

/** The whole window takes a pack's folder or zip. */
export const DropZone = () => {
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      isOver.value = true;
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) isOver.value = false;
    };
    const drop = (event: DragEvent): void => {
      if (!event.dataTransfer) return;
      event.preventDefault();
      isOver.value = false;
      void filesOfDrop(event).then(openFiles, refuse);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, []);
  return isOver.value ? <div class="drop-hint">{t('app.drop.hint')}</div> : null;
};
