import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/language.ts';
import { chooseFiles, openProposals } from '../state/open-files.ts';
import { assessAgain, cancelAssessment, proposalFiles, proposalState } from '../state/proposals.ts';
import { opened } from '../state/study.ts';
import { syntheticLayers } from '../state/titles.ts';
import { Advice } from './advice.tsx';
import { FileSection } from './file-section.tsx';
import { Joint } from './joint.tsx';
import { StaleNotice } from './stale-notice.tsx';
import { TemplateLinks } from './template-links.tsx';

const extensions = ['.geojson', '.json', '.csv', '.txt', '.xlsx', '.kml', '.kmz', '.zip'];

const choose = async (): Promise<void> => {
  const given = await chooseFiles({ description: t('proposal.choose'), extensions, multiple: true });
  if (given.length > 0) await openProposals(given.map(({ file }) => file));
};

const Choose = () => (
  <div class="proposal-choose">
    <button type="button" class="button primary" onClick={() => void choose()}>
      {t('proposal.choose')}
    </button>
    <TemplateLinks />
  </div>
);

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
  const state = proposalState.value;
  const pack = opened.value?.pack;
  const assessment = state.kind === 'done' ? state.result.assessment : null;
  return (
    <>
      <h2>{t('proposal.title')}</h2>
      <p class="quiet">{t('proposal.intro')}</p>
      <Choose />
      <div role="status">
        {state.kind === 'waiting' && <p class="quiet">{t('proposal.waiting')}</p>}
        {state.kind === 'working' && <Working done={state.done} total={state.total} />}
        {state.kind === 'failed' && <p class="quiet">{t('problems.unexpected', { message: state.message })}</p>}
        {state.kind === 'none' && proposalFiles.value.length > 0 && (
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
