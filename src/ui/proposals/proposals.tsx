import { useRef } from 'preact/hooks';
import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/language.ts';
import { faultText } from '../app-state/fault-text.ts';
import { opened } from '../app-state/study.ts';
import { syntheticLayers } from '../app-state/titles.ts';
import { Advice } from './advice.tsx';
import {
  assessAgain,
  assessed,
  assessFiles,
  assessing,
  cancelAssessment,
  isAwaitingRun,
  proposalFiles,
} from './assessing.ts';
import { FileSection } from './file-section.tsx';
import { Joint } from './joint.tsx';
import { StaleNotice } from './stale-notice.tsx';
import { TemplateLinks } from './template-links.tsx';

const Choose = () => {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div class="proposal-choose">
      <input
        ref={input}
        type="file"
        hidden
        multiple
        data-open="proposal"
        accept=".geojson,.json,.csv,.txt,.xlsx,.kml,.kmz,.zip"
        onChange={(event) => {
          const { currentTarget } = event;
          void assessFiles([...(currentTarget.files ?? [])]);
          // the same choice again must count as a change
          currentTarget.value = '';
        }}
      />
      <button type="button" class="button primary" onClick={() => input.current?.click()}>
        {t('proposal.choose')}
      </button>
      <TemplateLinks />
    </div>
  );
};

const Working = ({ done, total }: { done: number; total: number }) => (
  <div class="run-bar proposal-progress">
    <progress aria-label={t('proposal.working')} {...(total > 0 ? { max: total, value: done } : {})} />
    <p>
      <span>{t('proposal.working')}</span>
      {total > 0 && (
        <span class="tabular">
          {formatNumber(done)} / {formatNumber(total)}
        </span>
      )}
    </p>
    <button type="button" class="button small" onClick={cancelAssessment}>
      {t('proposal.cancel')}
    </button>
  </div>
);

/** Carriers' files and what the planner answers: each mast, each file, and all of them together. */
export const Proposals = () => {
  const state = assessing.state.value;
  const pack = opened.value?.pack;
  const assessment = assessed.value?.assessment;
  const isStopped = state.kind === 'idle' && !isAwaitingRun.value && proposalFiles.value.length > 0;
  return (
    <>
      <h2>{t('proposal.title')}</h2>
      <p class="quiet">{t('proposal.intro')}</p>
      <Choose />
      <div role="status">
        {isAwaitingRun.value && <p class="quiet">{t('proposal.waiting')}</p>}
        {state.kind === 'running' && <Working done={state.done} total={state.total} />}
        {state.kind === 'failed' && (
          <p class="quiet">{t('problems.unexpected', { message: faultText(state.error) })}</p>
        )}
        {isStopped && (
          <button type="button" class="button" onClick={() => void assessAgain()}>
            {t('proposal.again')}
          </button>
        )}
        <StaleNotice />
      </div>
      {assessment && (
        <div data-assessed={assessment.totals.towers}>
          {pack && syntheticLayers(pack.manifest).length > 0 && <p class="note-synthetic">{t('proposal.synthetic')}</p>}
          <Advice assessment={assessment} />
          {assessment.files.length > 1 && <Joint assessment={assessment} />}
          {assessment.files.map((file) => (
            <FileSection key={file.file} file={file} />
          ))}
        </div>
      )}
    </>
  );
};
