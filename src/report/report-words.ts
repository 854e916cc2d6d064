import type { Certainty, ServiceStatus } from '../coverage/service/service-types.ts';
import type { FigureId, HeadlineId, Term } from '../findings/figures.ts';
import type { HamletRemedy, TargetRow } from '../findings/findings.ts';
import type { Confidence } from '../model/facts.ts';
import type { LayerKind, LayerName } from '../model/pack.ts';
import type { Structure } from '../model/site.ts';
import type { PathModelId } from '../radio/path-model.ts';
import type { Bearing, RejectReason, SharingObjective } from '../sharing/plan/plan-types.ts';
import type { LetterheadWords } from './letterhead.ts';
import type { ProposalWords } from './proposals/proposal-words.ts';

type Words<Key extends string> = Readonly<Record<Key, string>>;

export type TableId =
  | 'headline'
  | 'operators'
  | 'districts'
  | 'communes'
  | 'pilots'
  | 'interests'
  | 'gaps'
  | 'withoutFibre'
  | 'hamlets'
  | 'sites'
  | 'targets'
  | 'sharing'
  | 'money'
  | 'merges'
  | 'rejected'
  | 'balances'
  | 'remedies'
  | 'proposals'
  | 'proposedSites'
  | 'nearMasts'
  | 'jointMasts'
  | 'spread'
  | 'swings'
  | 'lineage'
  | 'definitions'
  | 'settings'
  | 'parameters'
  | 'provenance';

export type ColumnWord =
  | 'order'
  | 'figure'
  | 'value'
  | 'unit'
  | 'low'
  | 'central'
  | 'high'
  | 'operator'
  | 'code'
  | 'area'
  | 'district'
  | 'commune'
  | 'hamlet'
  | 'id'
  | 'lon'
  | 'lat'
  | 'people'
  | 'households'
  | 'hamlets'
  | 'served'
  | 'hole'
  | 'none'
  | 'peopleUnserved'
  | 'unservedShare'
  | 'hamletsWithoutFibre'
  | 'peopleWithoutFibre'
  | 'sites'
  | 'sharedSites'
  | 'status'
  | 'certainty'
  | 'bestRsrp'
  | 'bestOperator'
  | 'hasFibre'
  | 'structure'
  | 'height'
  | 'owner'
  | 'tenants'
  | 'operators'
  | 'shared'
  | 'inPlan'
  | 'indicator'
  | 'stated'
  | 'found'
  | 'basis'
  | 'date'
  | 'source'
  | 'rate'
  | 'today'
  | 'target'
  | 'after'
  | 'host'
  | 'moved'
  | 'distance'
  | 'limit'
  | 'bearing'
  | 'operatorsMoved'
  | 'presentValueLow'
  | 'presentValueCentral'
  | 'presentValueHigh'
  | 'co2Central'
  | 'reason'
  | 'hamletLost'
  | 'term'
  | 'meaning'
  | 'setting'
  | 'name'
  | 'confidence'
  | 'note'
  | 'layer'
  | 'kind'
  | 'licence'
  | 'difference'
  | 'party'
  | 'ownLow'
  | 'ownCentral'
  | 'ownHigh'
  | 'rentLow'
  | 'rentCentral'
  | 'rentHigh'
  | 'definedBy'
  | 'layersUsed'
  | 'settingsUsed'
  | 'parametersUsed'
  | 'listedIn'
  | 'gap'
  | 'means'
  | 'site'
  | 'length'
  | 'peopleServed'
  | 'costLow'
  | 'costCentral'
  | 'costHigh'
  | 'proposedMasts'
  | 'rowsLeftOut'
  | 'hamletsNewlyServed'
  | 'peopleNewlyServed'
  | 'peopleServedByNobody'
  | 'peopleReached'
  | 'peopleOverlap'
  | 'peopleKept'
  | 'rateToday'
  | 'rateBuilt'
  | 'rateAdvised'
  | 'buildLow'
  | 'buildCentral'
  | 'buildHigh'
  | 'adviceLow'
  | 'adviceCentral'
  | 'adviceHigh'
  | 'savingLow'
  | 'savingCentral'
  | 'savingHigh'
  | 'verdict'
  | 'file'
  | 'movedFile'
  | 'hostFile'
  | 'checksum'
  | 'fit'
  | 'p10'
  | 'p50'
  | 'p90'
  | 'gainShare'
  | 'draws'
  | 'seed'
  | 'atLow'
  | 'atHigh';

export type UnitWord =
  | 'people'
  | 'dbm'
  | 'metre'
  | 'percent'
  | 'vnd'
  | 'millionVnd'
  | 'billionVnd'
  | 'vndYear'
  | 'billionVndYear'
  | 'tonne'
  | 'degree'
  | 'km'
  | 'hamlet'
  | 'site'
  | 'merge'
  | 'company'
  | 'point'
  | 'subscriber'
  | 'per100People'
  | 'hectare';

/**
 * Every word of a report in one language, as plain data, so that it can cross to a worker. `{{name}}` stands where a
 * value goes.
 */
export interface ReportWords {
  /** BCP 47 tag of the document: 'vi-VN'. */
  locale: string;
  /** How the language writes numbers and dates. */
  write: Words<'decimal' | 'group' | 'date' | 'month' | 'year' | 'percent' | 'yes' | 'no' | 'unknown'>;
  headline: Record<HeadlineId, string>;
  table: Words<TableId>;
  /** Short names for a workbook's sheets, at most 31 letters. */
  sheet: Words<TableId | 'about'>;
  /** Title, and what must be said before any figure. */
  title: string;
  syntheticNotice: string;
  realNotice: string;
  column: Words<ColumnWord>;
  unit: Words<UnitWord>;
  total: string;
  anyOperator: string;
  status: Record<ServiceStatus, string>;
  certainty: Record<Certainty, string>;
  structure: Record<Structure, string>;
  basis: Record<TargetRow['basis'], string>;
  confidence: Record<Confidence, string>;
  kind: Record<LayerKind, string>;
  layer: Record<LayerName, string>;
  bearing: Record<Bearing, string>;
  reason: Record<RejectReason, string>;
  inPlan: Words<'host' | 'moved'>;
  /** The meaning of a term takes the settings of the run in `{{…}}`. */
  term: Words<Term>;
  meaning: Words<Term>;
  objective: Record<SharingObjective, string>;
  settingGroup: Words<'service' | 'sharing'>;
  /** Names of parameters and of their units, as far as the language has one. */
  parameter: Readonly<Record<string, string>>;
  parameterUnit: Readonly<Record<string, string>>;
  landowners: string;
  /** Owners of masts that are no operator. */
  owner: Readonly<Record<string, string>>;
  gap: Record<HamletRemedy['gap'], string>;
  means: Record<HamletRemedy['means'], string>;
  proposal: ProposalWords;
  setting: Words<
    | 'technology'
    | 'model'
    | 'thresholdDbm'
    | 'receiverHeightM'
    | 'locationPercent'
    | 'maxRadiusKm'
    | 'clutter'
    | 'terrainModel'
    | 'terrainCoveredShare'
    | 'targetRate'
    | 'urbanDistanceM'
    | 'ruralDistanceM'
    | 'maxTenants'
    | 'tenantSpacingM'
    | 'objective'
    | 'locks'
    | 'method'
    | 'scenario'
    | 'packId'
    | 'packDate'
    | 'packChecksum'
    | 'appVersion'
  >;
  /** What the loss of a path is computed by. */
  pathModel: Record<PathModelId, string>;
  modelQuantity: Readonly<Record<string, string>>;
  terrainModel: Words<'bare' | 'surface'>;
  money: Words<'consolidation' | 'avoidedNewBuild'>;
  /** Figures that the headline does not have. */
  figureName: Words<Exclude<FigureId, HeadlineId>>;
  rate: Words<'d1' | 'd2' | 'sites' | 'sharedSites'>;
  /** Which of the two names of a thing that has one in each language. */
  ownNames: 'vi' | 'en';
  figure: Words<
    | 'statusMap'
    | 'shareMap'
    | 'fibreMap'
    | 'sharingMap'
    | 'communeMap'
    | 'unservedChart'
    | 'operatorChart'
    | 'rateChart'
    | 'moneyChart'
    | 'swingsChart'
    | 'atLow'
    | 'atHigh'
    | 'atCentral'
    | 'hamletsOf'
    | 'countOf'
    | 'withoutFibre'
    | 'fibreRoute'
    | 'oneTenant'
    | 'shared'
    | 'merge'
    | 'below'
    | 'between'
    | 'from'
    | 'lowToHigh'
    | 'central'
    | 'km'
    | 'north'
  >;
  raster: Words<'coverage' | 'note' | 'legend'>;
  /** What stands in every official document's head and foot. */
  official: Words<
    | 'country'
    | 'motto'
    | 'number'
    | 'dated'
    | 'datedOpen'
    | 'recipients'
    | 'annexOf'
    | 'annex'
    | 'end'
    | 'kindOfDocument'
    | 'contents'
    | 'figureCaption'
    | 'tableCaption'
  >;
  heading: Words<
    | 'summary'
    | 'method'
    | 'howCalculated'
    | 'definitions'
    | 'settings'
    | 'provenance'
    | 'gaps'
    | 'byOperator'
    | 'byDistrict'
    | 'byCommune'
    | 'remedies'
    | 'fibre'
    | 'pilots'
    | 'targets'
    | 'sharing'
    | 'rates'
    | 'savings'
    | 'uncertainty'
    | 'plan'
    | 'parties'
    | 'lineage'
    | 'proposals'
  >;
  text: Words<
    | 'opening'
    | 'summaryGaps'
    | 'summaryFibre'
    | 'summarySharing'
    | 'summaryMoney'
    | 'methodService'
    | 'outsideModel'
    | 'methodSharing'
    | 'methodPlan'
    | 'solverGreedy'
    | 'solverProven'
    | 'solverUnproven'
    | 'locks'
    | 'scenario'
    | 'noScenario'
    | 'ofScenario'
    | 'lineageIntro'
    | 'partiesText'
    | 'methodMoney'
    | 'methodParameters'
    | 'gapsIntro'
    | 'communesWithGaps'
    | 'remediesNone'
    | 'remediesText'
    | 'fibreIntro'
    | 'communesWithoutFibre'
    | 'pilotsIntro'
    | 'targetsIntro'
    | 'targetSources'
    | 'ratesText'
    | 'reached'
    | 'notReached'
    | 'planText'
    | 'proposalsNone'
    | 'proposalsText'
    | 'proposalsSummary'
    | 'proposalsMoney'
    | 'proposalsRate'
    | 'proposalAnnex'
    | 'proposalFile'
    | 'proposalLeftOut'
    | 'proposalMasts'
    | 'proposalReasons'
    | 'uncertainty'
    | 'chances'
    | 'swings'
    | 'sheets'
    | 'sheet'
    | 'sheetFigures'
  >;
  letterhead: LetterheadWords;
  /** Sentences of the built-in pack's provenance, by their English text. */
  packTexts: Readonly<Record<string, string>>;
}
