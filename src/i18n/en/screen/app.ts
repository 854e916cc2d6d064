import type { Translation } from '../../texts.ts';
import type { app as vietnamese } from '../../vi/screen/app.ts';

export const app: Translation<typeof vietnamese> = {
  name: 'Phủ Sóng',
  tagline: 'Telecom infrastructure planning and coverage simulation',
  skipToMap: 'Skip to the map',
  loading: 'Opening the data pack…',
  vintage: 'administrative units of {{vintage}}, data of {{date}}',
  crashed: 'This part failed and has stopped',
  crashedHint: 'The open data are unchanged. Try again, or reload the page.',
  tryAgain: 'Try again',
  updateReady: 'A new version is ready.',
  updateNow: 'Use it',
  task: {
    label: 'Tasks',
    overview: 'Overview',
    coverage: 'Coverage',
    gaps: 'Gaps',
    closing: 'Close the gaps',
    sharing: 'Sharing',
    proposals: 'Proposals',
    scenarios: 'Scenarios',
    report: 'Report',
    selection: 'Selected',
  },
  sheet: { expand: 'Expand the panel', collapse: 'Collapse the panel' },
  drop: { hint: 'Drop here: a data pack, a study, a list of hamlets, sites or boundaries, or a carrier’s proposal' },
  toast: { downloaded: 'Downloaded {{file}}', opened: 'Opened {{title}}', dismiss: 'Dismiss' },
};
