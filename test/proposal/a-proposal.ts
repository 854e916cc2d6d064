import type { Findings } from '../../src/findings/findings.ts';
import { cellIndexAt } from '../../src/geo/grid.ts';
import type { Hamlet } from '../../src/model/hamlet.ts';
import type { Pack, PackManifest } from '../../src/model/pack.ts';
import type { LonLat } from '../../src/model/place.ts';
import type { Site } from '../../src/model/site.ts';
import { type AssessedNetwork, type Assessor, createAssessor } from '../../src/proposal/assess.ts';
import type { Assessment } from '../../src/proposal/assessment.ts';
import type { Proposal } from '../../src/proposal/read-proposal.ts';
import { runStudy, type StudyRun } from '../../src/runs/study-run.ts';
import { defaultSharingRules } from '../../src/sharing/plan/plan-types.ts';
import { aHamlet, aPack, aSite } from '../files/pack/small-pack.ts';

const operators = ['viettel', 'vinaphone', 'mobifone'];

/** The small pack with three operators that hold the band, a ridge of `ridgeM` along 105.86° E, and the given network. */
export const aNetwork = (sites: readonly Site[], hamlets: readonly Hamlet[] = [aHamlet()], ridgeM = 35): Pack => {
  const draft = aPack({ sites, hamlets });
  const { grid, data } = draft.terrain;
  const column = cellIndexAt(grid, 105.86, 21.625) % grid.width;
  const terrain = { grid, data: data.slice() };
  for (let row = 0; row < grid.height; row++) {
    terrain.data.fill(ridgeM, row * grid.width + column - 1, row * grid.width + column + 2);
  }
  return {
    ...draft,
    terrain,
    manifest: { ...draft.manifest, files: [] } as PackManifest,
    facts: {
      ...draft.facts,
      operators: operators.map((id, i) => ({ id, name: id, mccMnc: `452-0${i + 1}`, source: 'a test' })),
      bands: draft.facts.bands.map((band) => ({
        ...band,
        holdings: operators.map((operator) => ({ operator, widthMHz: 20, technologies: ['4G' as const] })),
      })),
    },
  };
};

/** A mast of one operator with three sectors. */
export const aStandingSite = (id: string, operator: string, position: LonLat, change: Partial<Site> = {}): Site => {
  const [{ cells, ...tenant }] = aSite().tenants;
  return aSite({
    id,
    position,
    communeCode: position[0] < 105.85 ? '05431' : '05434',
    owner: operator,
    tenants: [
      {
        ...tenant,
        operator,
        cells: [0, 120, 240].map((azimuthDeg) => ({ ...cells[0], id: `${id}-${azimuthDeg}`, azimuthDeg })),
      },
    ],
    ...change,
  });
};

export const aFile = (file: string, ...proposedSites: Site[]): Proposal => ({
  file,
  checksum: 'f'.repeat(64),
  proposedSites,
  rows: proposedSites.length,
  problems: [],
});

const found = new WeakMap<Pack, Promise<StudyRun>>();

/** What is known of a network as it stands, through the whole calculation; served at −100 dBm. */
const runOf = (pack: Pack): Promise<StudyRun> => {
  const known =
    found.get(pack) ??
    runStudy(
      { pack, checksum: 'c'.repeat(64) },
      {
        settings: {
          technology: '4G',
          model: 'delta-bullington',
          thresholdDbm: -100,
          receiverHeightM: 1.5,
          locationPercent: 50,
          maxRadiusKm: 20,
          clutter: false,
        },
        // out of reach on purpose: a plan is not what is tested
        rules: { ...defaultSharingRules, targetRate: 1 },
      },
    );
  found.set(pack, known);
  return known;
};

export const findingsOf = async (pack: Pack): Promise<Findings> => (await runOf(pack)).findings;

/** A network with what the run found of it. */
export const networkOf = async (pack: Pack): Promise<AssessedNetwork> => {
  const { service, findings } = await runOf(pack);
  const { service: settings, sharing, appVersion } = findings;
  return { pack, checksum: 'c'.repeat(64), appVersion, service, settings, rules: sharing.rules };
};

export const assessorOf = async (pack: Pack): Promise<Assessor> => createAssessor(await networkOf(pack));

export const assessed = async (pack: Pack, ...proposals: Proposal[]): Promise<Assessment> =>
  (await assessorOf(pack)).assess(proposals);
