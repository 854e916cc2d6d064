import '../tasks.css';
import { t } from '../../i18n/language.ts';
import { faultText } from '../app-state/fault-text.ts';
import { opened } from '../app-state/study.ts';
import { syntheticLayers } from '../app-state/titles.ts';
import { chooseFiles } from '../kit/choose-files.ts';
import { CountProgress } from '../kit/count-progress.tsx';
import { refuse } from '../problems/index.ts';
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
import { Repeats } from './repeats.tsx';
import { StaleNotice } from './stale-notice.tsx';
import { TemplateLinks } from './template-links.tsx';

const extensions = ['.geojson', '.json', '.csv', '.txt', '.xlsx', '.kml', '.kmz', '.zip'];

const choose = async (): Promise<void> => {
  const given = await chooseFiles({ description: t('proposal.choose'), extensions, multiple: true });
  if (given.length > 0) await assessFiles(given.map(({ file }) => file));
};

const Choose = () => (
  <div class="proposal-choose">
    <button type="button" class="button primary" onClick={() => void choose().catch(refuse)}>
      {t('proposal.choose')}
    </button>
    <TemplateLinks />
  </div>
);

/** Carriers' files and what the planner answers: each site, each file, and all of them together. */
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
        {state.kind === 'running' && (
          <CountProgress
            label={t('proposal.working')}
            done={state.done}
            total={state.total}
            cancel={t('proposal.cancel')}
            onCancel={cancelAssessment}
            fit="flush"
          />
        )}
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
        <div data-assessed={assessment.totals.proposedSites}>
          {pack && syntheticLayers(pack.manifest).length > 0 && <p class="note-synthetic">{t('proposal.synthetic')}</p>}
          <Repeats assessment={assessment} />
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
