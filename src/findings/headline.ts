import type { Range } from '../model/facts.ts';
import type { Uncertainty } from '../sharing/plan/plan-types.ts';
import type { HeadlineId } from './figures.ts';
import { type Findings, isAbsent } from './findings.ts';

/** One figure of the headline: a count, a share 0..1, money with its range; or that the network has nothing of the technology. */
export type HeadlineFigure =
  | { id: HeadlineId; unit: 'absent'; value: null }
  | { id: HeadlineId; unit: 'count' | 'share'; value: number }
  | { id: HeadlineId; unit: 'VND'; value: Range };

/**
 * What a case of sharing is expected to be worth, between P10 and P90 of the same draws. The worth with every parameter
 * at its central figure may lie below its own P10, since the ranges are longer upwards than downwards.
 */
const expected = ({ monteCarlo: { p10, mean, p90 } }: Uncertainty): Range => ({ low: p10, central: mean, high: p90 });

/** The headline, the same on screen, on the command line and in a report. */
export const headlineFigures = ({ province, sharing }: Findings): HeadlineFigure[] => {
  const needed = sharing.rules.definition === 'D1' ? sharing.mergesNeeded.d1 : sharing.mergesNeeded.d2;
  const { any } = province;
  const signal = (id: HeadlineId, value: number): HeadlineFigure =>
    isAbsent(any) ? { id, unit: 'absent', value: null } : { id, unit: 'count', value };
  return [
    { id: 'hamlets', unit: 'count', value: province.hamlets },
    signal('hamletsNoSignal', any.hamlets.none),
    signal('hamletsHole', any.hamlets.partial),
    signal('peopleUnserved', any.peopleUnserved ?? 0),
    // only a pack whose terrain does not reach all its hamlets has these
    ...(any.hamlets.unknown > 0 ? [signal('hamletsUnknown', any.hamlets.unknown)] : []),
    ...(any.peopleUnknown > 0 ? [signal('peopleUnknown', any.peopleUnknown)] : []),
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
    { id: 'consolidation', unit: 'VND', value: expected(sharing.money.consolidation) },
    { id: 'avoidedNewBuild', unit: 'VND', value: expected(sharing.money.avoidedNewBuild) },
  ];
};
