import { useState } from 'preact/hooks';
import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/language.ts';
import type { FileAssessment } from '../../proposal/proposal-findings.ts';
import { operations } from '../../study/operations/index.ts';
import { createScenario } from '../../study/scenarios.ts';
import { perform } from '../app-state/perform.ts';
import { changeStudy } from '../app-state/study.ts';
import { showToast } from '../app-state/toasts.ts';
import { Dialog } from '../kit/dialog.tsx';
import { Icon } from '../kit/icon.tsx';
import { PagedList } from '../kit/paged-list.tsx';
import { ProblemTable } from '../problems/index.ts';
import { assessed, removeProposal } from './assessing.ts';
import { ProposedSiteRow } from './proposed-site-row.tsx';

const pageSize = 20;

/** The file's sites as they are proposed, in one moment. */
const takeProposedSites = (file: string): void => {
  const sites = assessed.peek()?.proposals.find((one) => one.file === file)?.proposedSites;
  if (!sites) return;
  if (perform((study) => operations.importFile(study, { file, layers: { sites } })))
    showToast(() => t('proposal.taken', { count: sites.length }));
};

const takeAsScenario = (file: string): void => {
  changeStudy((study) => createScenario({ ...study, current: null }, file));
  takeProposedSites(file);
};

/** One carrier's file: its sites, the rows left out, and its way into the study. */
export const FileSection = ({ file: { file, rows, proposedSites, problems } }: { file: FileAssessment }) => {
  const [isShown, setShown] = useState(false);
  const left = problems.filter(({ severity }) => severity === 'error').length;
  return (
    <section class="block proposal-file" data-proposal={file}>
      <header class="proposal-file-head">
        <h3>{file}</h3>
        <button
          type="button"
          class="icon-button"
          aria-label={t('proposal.remove', { file })}
          title={t('proposal.remove', { file })}
          onClick={() => void removeProposal(file)}
        >
          <Icon name="close" size={18} />
        </button>
      </header>
      <p class="quiet">
        {t('proposal.masts', { count: proposedSites.length })}
        {left > 0 && ` · ${t('proposal.leftOut', { count: left })} / ${formatNumber(rows)}`}
        {problems.length > 0 && (
          <>
            {' · '}
            <button type="button" class="link" onClick={() => setShown(true)}>
              {t('proposal.showProblems')}
            </button>
          </>
        )}
      </p>
      <PagedList
        items={proposedSites}
        pageSize={pageSize}
        label={t('proposal.list')}
        keyOf={({ id }) => id}
        render={(proposed) => <ProposedSiteRow proposed={proposed} />}
      />
      <div class="proposal-actions">
        <button type="button" class="button small" data-action="take-proposal" onClick={() => takeProposedSites(file)}>
          {t('proposal.toScenario')}
        </button>
        <button type="button" class="button small" onClick={() => takeAsScenario(file)}>
          {t('proposal.toNewScenario')}
        </button>
      </div>
      {isShown && (
        <Dialog title={t('proposal.problemsTitle', { file })} wide onClose={() => setShown(false)}>
          <ProblemTable problems={problems} />
        </Dialog>
      )}
    </section>
  );
};
