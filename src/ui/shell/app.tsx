import { effect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../../i18n/language.ts';
import { currentMap } from '../app-state/go-to.ts';
import { currentFindings, findings, opening, run } from '../app-state/study.ts';
import { sheetHeight, sheetTab, task } from '../app-state/view.ts';
import { Coverage } from '../coverage/coverage-panel.tsx';
import { CoverageProgress } from '../coverage/province/coverage-progress.tsx';
import { followCoverage } from '../coverage/province/province-coverage.ts';
import { followSiteCoverage } from '../coverage/site/site-coverage.ts';
import { DropZone } from '../files/drop-zone.tsx';
import { GroundDialog } from '../files/ground-dialog.tsx';
import { followRuns, openBuiltIn } from '../files/open-pack.ts';
import { guardLeaving } from '../files/saving.ts';
import { Gaps } from '../gaps/gaps.tsx';
import { Header } from '../header/header.tsx';
import { ImportPanel } from '../import/import-panel.tsx';
import { importing } from '../import/importing.ts';
import { Boundary } from '../kit/boundary.tsx';
import { Legend } from '../map/legend/legend.tsx';
import { MapCanvas } from '../map/map-canvas.tsx';
import { MapControls } from '../map/map-controls.tsx';
import { Swipe } from '../map/swipe.tsx';
import { Tooltip } from '../map/tooltip.tsx';
import { Overview } from '../overview/overview.tsx';
import { PathInspector } from '../path/path-inspector.tsx';
import { RefusalDialog } from '../problems/refusal-dialog.tsx';
import { WarningsDialog } from '../problems/warnings-dialog.tsx';
import { followProposals } from '../proposals/assessing.ts';
import { Proposals } from '../proposals/proposals.tsx';
import { followRecovery } from '../recovery/recovery.ts';
import { StudyNotices } from '../recovery/study-notices.tsx';
import { Report } from '../report/report.tsx';
import { RunBar } from '../run/run-bar.tsx';
import { Scenarios } from '../scenarios/scenarios.tsx';
import { SelectionPanel } from '../selection/selection.tsx';
import { followPlanCoverage } from '../sharing/coverage/plan-coverage.ts';
import { Sharing } from '../sharing/sharing.tsx';
import { followTabs } from '../tabs/follow-tabs.ts';
import { HelpDialog } from './help-dialog.tsx';
import { SheetHandle } from './sheet-handle.tsx';
import { listenToShortcuts } from './shortcuts.ts';
import { TaskNav } from './task-nav.tsx';
import { ToastList } from './toast-list.tsx';

const panels = {
  overview: Overview,
  coverage: Coverage,
  gaps: Gaps,
  sharing: Sharing,
  proposals: Proposals,
  scenarios: Scenarios,
  report: Report,
};

const Panel = () => {
  const Task = panels[task.value];
  return (
    <section
      class="panel"
      data-stale={findings.value !== null && currentFindings.value === null}
      aria-label={t(`task.${task.value}`)}
    >
      {importing.value && <ImportPanel state={importing.value} />}
      <div hidden={importing.value !== null}>
        <Boundary key={task.value}>
          <Task />
        </Boundary>
      </div>
    </section>
  );
};

export const App = () => {
  useEffect(() => {
    const stopRuns = followRuns();
    const stopCoverage = followCoverage();
    const stopPlanCoverage = followPlanCoverage();
    const stopSite = followSiteCoverage();
    const stopGuard = guardLeaving();
    const stopProposals = followProposals();
    const stopTabs = followTabs();
    const stopRecovery = followRecovery();
    void openBuiltIn();
    // readable from outside: waiting, running, done, cancelled or failed
    const stopTelling = effect(() => {
      document.documentElement.dataset.run = (opening.value ?? run.value).kind;
    });
    const stopKeys = listenToShortcuts();
    return () => {
      stopRuns();
      stopCoverage();
      stopPlanCoverage();
      stopSite();
      stopGuard();
      stopProposals();
      stopTabs();
      stopRecovery();
      stopTelling();
      stopKeys();
    };
  }, []);
  return (
    <div class="app" data-sheet={sheetTab.value} data-sheet-height={sheetHeight.value}>
      <button type="button" class="skip" onClick={() => currentMap()?.focus()}>
        {t('app.skipToMap')}
      </button>
      <Header />
      <div class="bars">
        <StudyNotices />
        <RunBar />
      </div>
      <TaskNav />
      <main class="main">
        <div class="map-area">
          <MapCanvas />
          <Swipe />
          <MapControls />
          <Legend />
          {task.value !== 'coverage' && <CoverageProgress onMap />}
          <Tooltip />
        </div>
        <div class="sheet">
          <SheetHandle />
          <Panel />
          <Boundary>
            <SelectionPanel />
          </Boundary>
        </div>
        <PathInspector />
      </main>
      <RefusalDialog />
      <WarningsDialog />
      <GroundDialog />
      <HelpDialog />
      <DropZone />
      <ToastList />
    </div>
  );
};
