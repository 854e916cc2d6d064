import { effect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../../i18n/language.ts';
import { KeyHelp, listenToKeys, Palette } from '../actions/index.ts';
import { currentMap } from '../app-state/go-to.ts';
import { currentFindings, findings } from '../app-state/run.ts';
import { followAddress, sheetHeight, sheetTab, task } from '../app-state/view.ts';
import { Closing, followClosing } from '../closing/index.ts';
import { Coverage, CoverageProgress, followCoverage, followSiteCoverage } from '../coverage/index.ts';
import { DropZone, guardLeaving, openBuiltIn, TerrainDialog } from '../files/index.ts';
import { Gaps } from '../gaps/index.ts';
import { Header } from '../header/index.ts';
import { ImportPanel, importing } from '../import/index.ts';
import { Boundary } from '../kit/boundary.tsx';
import { Attribution, Legend, MapCanvas, MapControls, MapMenu, Swipe, Tooltip } from '../map/index.ts';
import { MastDialog, MastNotice } from '../masts/index.ts';
import { Overview } from '../overview/index.ts';
import { PathInspector } from '../path/index.ts';
import { RefusalDialog, WarningsDialog } from '../problems/index.ts';
import { followProposals, Proposals } from '../proposals/index.ts';
import { ProvinceDialog } from '../province/index.ts';
import { followRecovery, StudyNotices } from '../recovery/index.ts';
import { Report } from '../report/index.ts';
import { followRuns, RunBar, standingOf, workState } from '../run/index.ts';
import { Scenarios } from '../scenarios/index.ts';
import { SelectionPanel } from '../selection/index.ts';
import { followPlanCoverage, Sharing } from '../sharing/index.ts';
import { followTabs } from '../tabs/index.ts';
import { followUnits } from '../units/index.ts';
import { followTitle } from './page-title.ts';
import { SheetHandle } from './sheet-handle.tsx';
import { TaskNav } from './task-nav.tsx';
import { ToastList } from './toast-list.tsx';

const panels = {
  overview: Overview,
  coverage: Coverage,
  gaps: Gaps,
  closing: Closing,
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
      aria-label={t(`app.task.${task.value}`)}
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

/** Tells on the document where the run stands: waiting, running, done, cancelled or failed. */
const tellRun = (): (() => void) =>
  effect(() => {
    document.documentElement.dataset.run = standingOf(workState.value.kind);
  });

/** What goes on for as long as the app is there; each returns what ends it. */
const followers: readonly (() => () => void)[] = [
  // the panels follow it where there is no map as well
  () => followAddress((to) => currentMap()?.jumpTo(to)),
  followTitle,
  followRuns,
  followUnits,
  followCoverage,
  followClosing,
  followPlanCoverage,
  followSiteCoverage,
  guardLeaving,
  followProposals,
  followTabs,
  followRecovery,
  tellRun,
  listenToKeys,
];

export const App = () => {
  useEffect(() => {
    const stops = followers.map((follow) => follow());
    void openBuiltIn();
    return () => {
      for (const stop of stops) stop();
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
      <main class="main" tabIndex={-1}>
        <div class="map-area">
          <MapCanvas />
          <Swipe />
          <MapControls />
          <Legend />
          <Attribution />
          {task.value !== 'coverage' && <CoverageProgress onMap />}
          <Tooltip />
          <MapMenu />
          <MastNotice />
        </div>
        <div class="sheet">
          <SheetHandle />
          <Panel />
          <SelectionPanel />
        </div>
        <PathInspector />
      </main>
      <RefusalDialog />
      <WarningsDialog />
      <TerrainDialog />
      <ProvinceDialog />
      <KeyHelp />
      <Palette />
      <MastDialog />
      <DropZone />
      <ToastList />
    </div>
  );
};
