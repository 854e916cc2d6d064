import { t } from '../../i18n/language.ts';
import { Dialog } from '../parts/dialog.tsx';
import { warningsShown } from '../state/help.ts';
import { opened } from '../state/study.ts';
import { ProblemTable } from './problem-table.tsx';

export const WarningsDialog = () => {
  if (!warningsShown.value || !opened.value) return null;
  return (
    <Dialog
      title={t('problems.warnings')}
      wide
      onClose={() => {
        warningsShown.value = false;
      }}
    >
      <ProblemTable problems={opened.value.warnings} />
    </Dialog>
  );
};
