import { useEffect, useRef } from 'preact/hooks';
import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/language.ts';
import { Icon } from '../kit/icon.tsx';
import { ColumnsStep } from './columns-step.tsx';
import { endImport, type ImportState } from './importing.ts';
import { ProblemsStep } from './problems-step.tsx';

const steps = ['import.stepColumns', 'import.stepProblems', 'import.stepEnter'] as const;
const stepOf: Record<ImportState['kind'], number> = { reading: 0, choosing: 0, checking: 1, checked: 1, entering: 2 };

const Progress = ({ label, done, total }: { label: string; done: number; total: number }) => (
  <div class="run-bar import-progress" role="status">
    <progress aria-label={label} {...(total > 0 ? { max: total, value: done } : {})} />
    <p>
      <span>{label}</span>
      {total > 0 && (
        <span class="tabular">
          {formatNumber(done)} / {formatNumber(total)}
        </span>
      )}
    </p>
    <button type="button" class="button small" onClick={endImport}>
      {t('import.cancel')}
    </button>
  </div>
);

/** A file on its way in, beside the map where it can be looked at: columns, problems by row, in. */
export const ImportPanel = ({ state }: { state: ImportState }) => {
  const heading = useRef<HTMLHeadingElement>(null);
  // whoever dropped a file goes on from here by keyboard
  useEffect(() => heading.current?.focus(), []);
  const { file } = state;
  const at = stepOf[state.kind];
  return (
    <section class="import" data-import={state.kind} aria-label={t('import.title')}>
      <header class="import-head">
        <h2 ref={heading} tabIndex={-1}>
          {t('import.title')}
        </h2>
        <button
          type="button"
          class="icon-button"
          aria-label={t('import.leave')}
          title={t('import.leave')}
          onClick={endImport}
        >
          <Icon name="close" />
        </button>
      </header>
      <p class="import-file">{file.name}</p>
      <ol class="import-steps" aria-label={t('import.steps')}>
        {steps.map((step, i) => (
          <li key={step} aria-current={i === at ? 'step' : undefined}>
            {t(step)}
          </li>
        ))}
      </ol>
      {state.kind === 'reading' && <Progress label={t('import.reading')} done={0} total={0} />}
      {state.kind === 'choosing' && <ColumnsStep draft={state.draft} />}
      {state.kind === 'checking' && <Progress label={t('import.checking')} done={state.done} total={state.total} />}
      {state.kind === 'checked' && <ProblemsStep summary={state.summary} />}
      {state.kind === 'entering' && <Progress label={t('import.entering')} done={state.done} total={state.total} />}
    </section>
  );
};
