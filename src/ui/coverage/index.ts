import { later } from '../kit/later.tsx';

export { coverageKeyOf, coverageZooms, fullZoom } from './coverage-key.ts';
export { coverageOverlay, levelAt, shownImage } from './coverage-overlay.ts';
export { levelCell, levelTitle } from './level-words.ts';
export { coverageLook } from './look/coverage-look.ts';
export { OutsideModel } from './outside-model.tsx';
export { CoverageProgress } from './province/coverage-progress.tsx';
export {
  coverage,
  coverageOn,
  coverageOperator,
  currentCoverage,
  followCoverage,
  knownCoverage,
} from './province/province-coverage.ts';
export { SignalLevels } from './signal-levels.tsx';
export { takeAntenna } from './site/antenna-file.ts';
export { dragSite, movableSite } from './site/mast-drag.ts';
export {
  followSiteCoverage,
  type SiteImage,
  siteDrag,
  siteJob,
  siteMovable,
  soloSite,
} from './site/site-coverage.ts';
export { SiteCoverageBlock } from './site/site-coverage-block.tsx';
export { cellText, coverageKind, modelName, operatorName } from './words.ts';

export const Coverage = later(async () => (await import('./coverage-panel.tsx')).Coverage);
