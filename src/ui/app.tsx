import { effect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../i18n/language.ts';
import { CoverageProgress } from './coverage/coverage-progress.tsx';
import { GroundDialog } from './dialogs/ground-dialog.tsx';
import { HelpDialog } from './dialogs/help-dialog.tsx';
import { RefusalDialog } from './dialogs/refusal-dialog.tsx';
import { WarningsDialog } from './dialogs/warnings-dialog.tsx';
import { DropZone } from './drop-zone.tsx';
import { Gaps } from './gaps/gaps.tsx';
import { Header } from './header/header.tsx';
import { RunBar } from './header/run-bar.tsx';
import { StudyNotices } from './header/study-notices.tsx';
import { currentMap } from './map/go-to.ts';
import { Legend } from './map/legend.tsx';
import { MapCanvas } from './map/map-canvas.tsx';
import { MapControls } from './map/map-controls.tsx';
import { Swipe } from './map/swipe.tsx';
import { Tooltip } from './map/tooltip.tsx';
import { Overview } from './overview/overview.tsx';
import { Boundary } from './parts/boundary.tsx';
import { later } from './parts/later.tsx';
import { PathInspector } from './path/path-inspector.tsx';
import { followRecovery } from './recovery/recovery.ts';
import { SheetHandle } from './sheet-handle.tsx';
import { listenToShortcuts } from './shortcuts.ts';
import { followCoverage } from './state/coverage.ts';
import { importing } from './state/import.ts';
import { followPlanCoverage } from './state/plan-coverage.ts';
import { followProposals } from './state/proposals.ts';
import { guardLeaving } from './state/saving.ts';
import { followSiteCoverage } from './state/site-coverage.ts';
import { currentFindings, findings, opening, run } from './state/study.ts';
import { selection, sheetHeight, sheetTab, task } from './state/view.ts';
import { followRuns, openBuiltIn } from './state/work.ts';
import { followTabs } from './tabs/follow-tabs.ts';
import { TaskNav } from './task-nav.tsx';
import { ToastList } from './toast-list.tsx';

const panels = {
  overview: Overview,
  coverage: later(async () => (await import('./coverage/coverage.tsx')).Coverage),
  gaps: Gaps,
  sharing: later(async () => (await import('./sharing/sharing.tsx')).Sharing),
  proposals: later(async () => (await import('./proposals/proposals.tsx')).Proposals),
  scenarios: later(async () => (await import('./scenarios/scenarios.tsx')).Scenarios),
  report: later(async () => (await import('./report/report.tsx')).Report),
};
const SelectionPanel = later(async () => (await import('./selection/selection.tsx')).SelectionPanel);
const ImportPanel = later(async () => (await import('./import/import-panel.tsx')).ImportPanel);

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
          <Boundary>{selection.value && <SelectionPanel />}</Boundary>
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
