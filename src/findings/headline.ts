import type { Range } from '../model/facts.ts';
import type { HeadlineId } from './figures.ts';
import type { Findings } from './findings.ts';

/** One figure of the headline: a count, a share 0..1, or money with its range. */
export type HeadlineFigure =
  | { id: HeadlineId; unit: 'count' | 'share'; value: number }
  | { id: HeadlineId; unit: 'VND'; value: Range };

/** The headline, the same on screen, on the command line and in a report. */
export const headlineFigures = ({ province, sharing }: Findings): HeadlineFigure[] => {
  const needed = sharing.rules.definition === 'D1' ? sharing.mergesNeeded.d1 : sharing.mergesNeeded.d2;
  return [
    { id: 'hamlets', unit: 'count', value: province.hamlets },
    { id: 'hamletsNoSignal', unit: 'count', value: province.any.hamlets.none },
    { id: 'hamletsHole', unit: 'count', value: province.any.hamlets.partial },
    { id: 'peopleUnserved', unit: 'count', value: province.any.peopleUnserved },
    { id: 'hamletsWithoutFibre', unit: 'count', value: province.withoutFibre.hamlets },
    { id: 'peopleWithoutFibre', unit: 'count', value: province.withoutFibre.people },
    { id: 'sites', unit: 'count', value: province.sites },
    { id: 'sharingRateD1', unit: 'share', value: sharing.today.d1 },
    { id: 'sharingRateD2', unit: 'share', value: sharing.today.d2 },
    // no number of merges reaches a target beyond what the sites allow
    ...(needed === null ? [] : [{ id: 'mergesNeeded', unit: 'count', value: needed } as const]),
    { id: 'mergesChosen', unit: 'count', value: sharing.chosen.length },
    {
      id: 'sharingRateAfter',
      unit: 'share',
      value: sharing.rules.definition === 'D1' ? sharing.after.d1 : sharing.after.d2,
    },
    { id: 'consolidation', unit: 'VND', value: sharing.money.consolidationVnd },
    { id: 'avoidedNewBuild', unit: 'VND', value: sharing.money.avoidedNewBuildVnd },
  ];
};
