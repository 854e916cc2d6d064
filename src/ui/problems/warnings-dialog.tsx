import { t } from '../../i18n/language.ts';
import { Dialog } from '../kit/dialog.tsx';
import { ProblemTable } from './problem-table.tsx';
import { warnings, warningsShown } from './problems.ts';

export const WarningsDialog = () => {
  if (!warningsShown.value || warnings.value.length === 0) return null;
  return (
    <Dialog
      title={t('problems.warnings')}
      wide
      onClose={() => {
        warningsShown.value = false;
      }}
    >
      <ProblemTable problems={warnings.value} />
    </Dialog>
  );
};
