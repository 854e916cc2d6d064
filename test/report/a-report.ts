import parameters from '../../data/facts/parameters.json' with { type: 'json' };
import { defaultServiceSettings } from '../../src/coverage/service/service-types.ts';
import type { Findings } from '../../src/findings/findings.ts';
import type { Parameter } from '../../src/model/facts.ts';
import type { Hamlet } from '../../src/model/hamlet.ts';
import type { Pack, PackManifest } from '../../src/model/pack.ts';
import type { Site, Technology } from '../../src/model/site.ts';
import { contextOf, placesOf, type ReportContext, type ReportInput } from '../../src/report/report-input.ts';
import { runStudy } from '../../src/runs/study-run.ts';
import { aHamlet, aPack, aSite } from '../files/pack/small-pack.ts';

interface Change {
  hamlets?: readonly Hamlet[];
  sites?: readonly Site[];
  language?: 'vi' | 'en';
  technology?: Technology;
  /** Of the pack. */
  date?: string;
  parameters?: (parameter: Parameter) => Parameter;
  /** What a planner and the carriers have added to the findings. */
  found?: Partial<Pick<Findings, 'remedies' | 'proposals'>>;
  report?: Partial<ReportInput>;
}

/** A report of the small pack, through the whole calculation. */
export const aReport = async ({
  hamlets = [aHamlet()],
  sites = [aSite()],
  language = 'vi',
  technology = '4G',
  date,
  parameters: change = (parameter) => parameter,
  found = {},
  report = {},
}: Change = {}): Promise<ReportContext> => {
  const draft = aPack({ hamlets: [...hamlets], sites: [...sites] });
  const facts = { ...draft.facts, parameters: (parameters as Parameter[]).map(change) };
  const pack = {
    ...draft,
    facts,
    manifest: { ...draft.manifest, ...(date && { date }), files: [] } as PackManifest,
  } as Pack;
  const { findings } = await runStudy(
    { pack, checksum: 'c'.repeat(64) },
    { settings: { ...defaultServiceSettings, technology } },
  );
  return contextOf({
    findings: { ...findings, ...found },
    places: placesOf(pack),
    language,
    letterhead: {
      parentBody: 'Ủy ban nhân dân tỉnh Thái Nguyên',
      office: 'Sở Thông tin và Truyền thông',
      number: '12',
      symbol: 'BC-STTTT',
      place: 'Thái Nguyên',
      date: '2021-01-05',
      signerTitle: 'Giám đốc',
      signerName: '',
      recipients: ['UBND tỉnh', 'Lưu: VT'],
    },
    scenario: null,
    rasters: [],
    communeSheets: false,
    ...report,
  });
};
