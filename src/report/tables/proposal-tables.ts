import type {
  FileAssessment,
  JointSite,
  NearbySite,
  SiteAssessment,
  Verdict,
} from '../../proposal/proposal-findings.ts';
import { reasonOf } from '../proposals/reasons.ts';
import type { ReportContext } from '../report-input.ts';
import { operatorNames } from './hamlet-tables.ts';
import { type ColumnOf, columnsOf, type ReportTable, tableOf } from './report-table.ts';

/** The carriers who propose the sites of a file, by name. */
export const carriersOf = (input: ReportContext, { proposedSites }: FileAssessment): string => {
  const nameOf = operatorNames(input);
  return [...new Set(proposedSites.flatMap(({ operators }) => operators))].map(nameOf).join(', ');
};

const rowsLeftOut = ({ problems }: FileAssessment): number =>
  problems.filter(({ severity }) => severity === 'error').length;

/** The carriers' proposals, one file a row. */
export const proposalsTable = (input: ReportContext): ReportTable => {
  const { findings, texts } = input;
  const { t } = texts;
  const { rules, today } = findings.sharing;
  const rate = rules.definition === 'D1' ? 'd1' : 'd2';
  const column = columnsOf<FileAssessment>(texts);
  const count = (which: Verdict): ColumnOf<FileAssessment> => ({
    id: `verdict_${which.replace('-', '_')}`,
    label: t(`proposal.verdict.${which}`, texts.asked),
    kind: 'count',
    width: 11,
    read: ({ totals }) => totals.byVerdict[which],
  });
  return tableOf(
    'proposals',
    texts,
    [
      column('operator', 'text', 16, (file) => carriersOf(input, file)),
      column('file', 'text', 22, ({ file }) => file),
      column('proposedMasts', 'count', 9, ({ totals }) => totals.proposedSites),
      column('rowsLeftOut', 'count', 9, rowsLeftOut),
      count('share'),
      count('build'),
      count('no-gain'),
      column('peopleNewlyServed', 'count', 13, ({ totals }) => totals.gain.own.people, 'people'),
      column('peopleServedByNobody', 'count', 13, ({ totals }) => totals.gain.any.people, 'people'),
      column('hamletsNewlyServed', 'count', 11, ({ totals }) => totals.gain.own.hamletsServed),
      column('rateToday', 'share', 10, () => today[rate], 'percent'),
      column('rateBuilt', 'share', 10, ({ totals }) => totals.rate.asBuilt[rate], 'percent'),
      column('rateAdvised', 'share', 10, ({ totals }) => totals.rate.asAdvised[rate], 'percent'),
      column('buildLow', 'vnd', 11, ({ totals }) => totals.buildVnd.low, 'vnd'),
      column('buildCentral', 'vnd', 11, ({ totals }) => totals.buildVnd.central, 'vnd'),
      column('buildHigh', 'vnd', 11, ({ totals }) => totals.buildVnd.high, 'vnd'),
      column('adviceLow', 'vnd', 11, ({ totals }) => totals.adviceVnd.low, 'vnd'),
      column('adviceCentral', 'vnd', 11, ({ totals }) => totals.adviceVnd.central, 'vnd'),
      column('adviceHigh', 'vnd', 11, ({ totals }) => totals.adviceVnd.high, 'vnd'),
      column('checksum', 'text', 30, ({ checksum }) => checksum),
    ],
    findings.proposals?.files ?? [],
  );
};

interface Proposed {
  file: string;
  proposed: SiteAssessment;
}

const sitesOf = (files: readonly FileAssessment[]): Proposed[] =>
  files.flatMap(({ file, proposedSites }) => proposedSites.map((proposed) => ({ file, proposed })));

/** Every reason of a site's verdict, in words. */
export const reasonsText = ({ texts }: ReportContext, { reasons }: SiteAssessment): string =>
  reasons
    .map((reason) => {
      const { key, values } = reasonOf(reason, texts.count, texts.asked);
      return texts.filled(`proposal.reason.${key}`, values);
    })
    .join('. ');

/** Proposed sites with all that was found of them. */
export const proposedSitesTable = (
  input: ReportContext,
  files: readonly FileAssessment[] = input.findings.proposals?.files ?? [],
): ReportTable => {
  const { texts } = input;
  const { t } = texts;
  const nameOf = operatorNames(input);
  const column = columnsOf<Proposed>(texts);
  return tableOf(
    'proposedSites',
    texts,
    [
      column('file', 'text', 20, ({ file }) => file),
      column('id', 'text', 14, ({ proposed }) => proposed.id),
      column('commune', 'text', 16, ({ proposed }) => proposed.communeName),
      column('lon', 'position', 12, ({ proposed }) => proposed.position[0], 'degree'),
      column('lat', 'position', 12, ({ proposed }) => proposed.position[1], 'degree'),
      column('structure', 'text', 13, ({ proposed }) => t(`value.structure.${proposed.structure}`)),
      column('height', 'decimal1', 9, ({ proposed }) => proposed.heightM, 'metre'),
      column('operators', 'text', 16, ({ proposed }) => proposed.operators.map(nameOf).join(', ')),
      column('peopleReached', 'count', 12, ({ proposed }) => proposed.reachedPeople, 'people'),
      column('peopleOverlap', 'count', 14, ({ proposed }) => proposed.overlap.own, 'people'),
      column('peopleNewlyServed', 'count', 13, ({ proposed }) => proposed.gain.own.people, 'people'),
      column('peopleServedByNobody', 'count', 13, ({ proposed }) => proposed.gain.any.people, 'people'),
      column('hamletsNewlyServed', 'count', 10, ({ proposed }) => proposed.gain.own.hamletsServed),
      column('buildLow', 'vnd', 11, ({ proposed }) => proposed.cost.buildVnd.low, 'vnd'),
      column('buildCentral', 'vnd', 11, ({ proposed }) => proposed.cost.buildVnd.central, 'vnd'),
      column('buildHigh', 'vnd', 11, ({ proposed }) => proposed.cost.buildVnd.high, 'vnd'),
      column('verdict', 'text', 20, ({ proposed }) => t(`proposal.verdict.${proposed.verdict}`, texts.asked)),
      column('host', 'text', 14, ({ proposed }) => proposed.hostId),
      column('reason', 'text', 70, ({ proposed }) => reasonsText(input, proposed)),
    ],
    sitesOf(files),
  );
};

interface Near extends Proposed {
  mast: NearbySite;
}

/** Standing sites within the limit for sharing of a proposed one. */
export const nearbySitesTable = (
  input: ReportContext,
  files: readonly FileAssessment[] = input.findings.proposals?.files ?? [],
): ReportTable => {
  const { texts } = input;
  const { t } = texts;
  const nameOf = operatorNames(input);
  const column = columnsOf<Near>(texts);
  return tableOf(
    'nearMasts',
    texts,
    [
      column('file', 'text', 20, ({ file }) => file),
      column('id', 'text', 16, ({ proposed }) => proposed.id),
      column('site', 'text', 16, ({ mast }) => mast.siteId),
      column('owner', 'text', 18, ({ mast }) => nameOf(mast.owner)),
      column('operators', 'text', 26, ({ mast }) => mast.operators.map(nameOf).join(', ')),
      column('distance', 'count', 11, ({ mast }) => mast.distanceM, 'metre'),
      column('limit', 'count', 11, ({ mast }) => mast.limitM, 'metre'),
      column('peopleKept', 'count', 14, ({ mast }) => mast.keptPeople, 'people'),
      column('fit', 'text', 18, ({ mast }) => t(`proposal.fit.${mast.fit}`)),
    ],
    sitesOf(files).flatMap((of) => of.proposed.near.map((mast) => ({ ...of, mast }))),
  );
};

/** Proposed sites that one site would do for. */
export const jointSitesTable = (input: ReportContext): ReportTable => {
  const { findings, texts } = input;
  const { t } = texts;
  const nameOf = operatorNames(input);
  const column = columnsOf<JointSite>(texts);
  return tableOf(
    'jointMasts',
    texts,
    [
      column('moved', 'text', 16, ({ donor }) => donor.id),
      column('movedFile', 'text', 20, ({ donor }) => donor.file),
      column('host', 'text', 16, ({ host }) => host.id),
      column('hostFile', 'text', 20, ({ host }) => host.file),
      column('operators', 'text', 26, ({ operators }) => operators.map(nameOf).join(', ')),
      column('distance', 'count', 11, ({ distanceM }) => distanceM, 'metre'),
      column('limit', 'count', 11, ({ limitM }) => limitM, 'metre'),
      column('peopleNewlyServed', 'count', 13, ({ people }) => people, 'people'),
      column('bearing', 'text', 18, ({ needsSurvey }) => t(`value.bearing.${needsSurvey ? 'needs-survey' : 'fits'}`)),
      column('savingLow', 'vnd', 12, ({ savingVnd }) => savingVnd.low, 'vnd'),
      column('savingCentral', 'vnd', 12, ({ savingVnd }) => savingVnd.central, 'vnd'),
      column('savingHigh', 'vnd', 12, ({ savingVnd }) => savingVnd.high, 'vnd'),
    ],
    findings.proposals?.joint ?? [],
  );
};
