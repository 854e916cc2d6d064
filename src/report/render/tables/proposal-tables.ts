import type { ProposalFinding, ProposedSiteFinding } from '../../findings.ts';
import type { ReportInput } from '../report-input.ts';
import { fillIn, writeNumber } from '../write-value.ts';
import { operatorNames } from './hamlet-tables.ts';
import { type ColumnOf, columnsOf, type ReportTable, tableOf } from './report-table.ts';

/** The carriers' proposals, one a row. */
export const proposalsTable = (input: ReportInput): ReportTable => {
  const { findings, words } = input;
  const { definition } = findings.sharing.rules;
  const rate = definition === 'D1' ? 'd1' : 'd2';
  const nameOf = operatorNames(input);
  const column = columnsOf<ProposalFinding>(words);
  return tableOf(
    'proposals',
    words,
    [
      column('operator', 'text', 18, ({ operator }) => nameOf(operator)),
      column('proposal', 'text', 26, ({ title }) => title),
      column('sites', 'count', 9, ({ sites }) => sites.length),
      column('hamletsNewlyServed', 'count', 12, ({ hamletsNewlyServed }) => hamletsNewlyServed),
      column('peopleNewlyServed', 'count', 12, ({ peopleNewlyServed }) => peopleNewlyServed, 'people'),
      column('rateBefore', 'share', 11, ({ rateBefore }) => rateBefore[rate], 'percent'),
      column('rateAfter', 'share', 11, ({ rateAfter }) => rateAfter[rate], 'percent'),
      column('costCentral', 'vnd', 13, ({ costVnd }) => costVnd?.central ?? null, 'vnd'),
      column('verdict', 'text', 20, ({ verdict }) => words.verdict[verdict]),
      column('file', 'text', 20, ({ file }) => file),
      column('checksum', 'text', 30, ({ checksum }) => checksum),
    ],
    findings.proposals,
  );
};

interface Proposed {
  site: ProposedSiteFinding;
  proposal: ProposalFinding;
}

const siteColumns = (input: ReportInput): ColumnOf<Proposed>[] => {
  const { places, words } = input;
  const communes = new Map(places.communes.features.map(({ properties: { code, name } }) => [code, name]));
  const metres = (value: number): string => writeNumber(value, 0, words.write);
  const near = ({ nearSites }: ProposedSiteFinding): string | null =>
    nearSites
      .map(({ siteId, distanceM, limitM }) =>
        fillIn(words.text.nearSite, { site: siteId, distance: metres(distanceM), limit: metres(limitM) }),
      )
      .join('; ') || null;
  const column = columnsOf<Proposed>(words);
  return [
    column('id', 'text', 12, ({ site }) => site.id),
    column('commune', 'text', 16, ({ site }) => communes.get(site.communeCode) ?? site.communeCode),
    column('lon', 'position', 11, ({ site }) => site.position[0], 'degree'),
    column('lat', 'position', 11, ({ site }) => site.position[1], 'degree'),
    column('structure', 'text', 13, ({ site }) => words.structure[site.structure]),
    column('height', 'decimal1', 9, ({ site }) => site.heightM, 'metre'),
    column('hamletsNewlyServed', 'count', 10, ({ site }) => site.hamletsNewlyServed),
    column('peopleNewlyServed', 'count', 10, ({ site }) => site.peopleNewlyServed, 'people'),
    column('nearSites', 'text', 26, ({ site }) => near(site)),
    column('costLow', 'vnd', 11, ({ site }) => site.costVnd?.low ?? null, 'vnd'),
    column('costCentral', 'vnd', 11, ({ site }) => site.costVnd?.central ?? null, 'vnd'),
    column('costHigh', 'vnd', 11, ({ site }) => site.costVnd?.high ?? null, 'vnd'),
    column('verdict', 'text', 14, ({ site }) => words.verdict[site.verdict]),
    column('reason', 'text', 24, ({ site }) => site.reasons.map((reason) => words.proposalReason[reason]).join('; ')),
  ];
};

/** Every proposed site of every proposal. */
export const proposedSitesTable = (input: ReportInput): ReportTable => {
  const { findings, words } = input;
  const column = columnsOf<Proposed>(words);
  return tableOf(
    'proposedSites',
    words,
    [column('proposal', 'text', 20, ({ proposal }) => proposal.title), ...siteColumns(input)],
    findings.proposals.flatMap((proposal) => proposal.sites.map((site) => ({ site, proposal }))),
  );
};

/** The sites of one proposal. */
export const sitesOfProposalTable = (input: ReportInput, proposal: ProposalFinding): ReportTable =>
  tableOf(
    'proposedSites',
    input.words,
    siteColumns(input),
    proposal.sites.map((site) => ({ site, proposal })),
  );
