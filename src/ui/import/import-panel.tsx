import '../tasks.css';
import '../../i18n/task-texts.ts';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../i18n/language.ts';
import { CountProgress } from '../kit/count-progress.tsx';
import { useFocusBack } from '../kit/focus-back.ts';
import { Icon } from '../kit/icon.tsx';
import { ColumnsStep } from './columns-step.tsx';
import { endImport, type ImportState } from './importing.ts';
import { ProblemsStep } from './problems-step.tsx';

const steps = ['import.stepColumns', 'import.stepProblems', 'import.stepEnter'] as const;
const stepOf: Record<ImportState['kind'], number> = { reading: 0, choosing: 0, checking: 1, checked: 1, entering: 2 };

const Progress = ({ label, done = 0, total = 0 }: { label: string; done?: number; total?: number }) => (
  <div role="status">
    <CountProgress
      label={label}
      done={done}
      total={total}
      cancel={t('import.cancel')}
      onCancel={endImport}
      fit="wide"
    />
  </div>
);

/** A file on its way in, beside the map where it can be looked at: columns, problems by row, in. */
export const ImportPanel = ({ state }: { state: ImportState }) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useFocusBack();
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
      {state.kind === 'reading' && <Progress label={t('import.reading')} />}
      {state.kind === 'choosing' && <ColumnsStep draft={state.draft} />}
      {state.kind === 'checking' && <Progress {...state} label={t('import.checking')} />}
      {state.kind === 'checked' && <ProblemsStep summary={state.summary} />}
      {state.kind === 'entering' && <Progress {...state} label={t('import.entering')} />}
    </section>
  );
};
