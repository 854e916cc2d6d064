import type { Certainty, ServiceStatus } from '../../coverage/service-types.ts';
import type { Confidence } from '../../model/facts.ts';
import type { LayerKind, LayerName } from '../../model/pack.ts';
import type { Structure } from '../../model/site.ts';
import type { Bearing, RejectReason } from '../../sharing/plan-types.ts';
import type { TargetRow } from '../findings.ts';
import type { HeadlineId } from '../headline.ts';
import type { LetterheadWords } from './letterhead.ts';

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
  | 'licence';

export type UnitWord =
  | 'people'
  | 'dbm'
  | 'metre'
  | 'percent'
  | 'vnd'
  | 'millionVnd'
  | 'billionVnd'
  | 'tonne'
  | 'degree';

/** Each term has a name and a meaning; the meaning takes the settings of the run in `{{…}}`. */
export type Term =
  | 'served'
  | 'hole'
  | 'none'
  | 'rsrp'
  | 'certainty'
  | 'fibre'
  | 'site'
  | 'd1'
  | 'd2'
  | 'merge'
  | 'money';

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
  term: Words<Term>;
  meaning: Words<Term>;
  setting: Words<
    | 'technology'
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
    | 'packId'
    | 'packDate'
    | 'packChecksum'
    | 'appVersion'
  >;
  terrainModel: Words<'bare' | 'surface'>;
  money: Words<'consolidation' | 'avoidedNewBuild' | 'rent' | 'co2Consolidation' | 'co2AvoidedNewBuild'>;
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
    | 'plan'
    | 'proposals'
  >;
  text: Words<
    | 'opening'
    | 'summaryGaps'
    | 'summaryFibre'
    | 'summarySharing'
    | 'summaryMoney'
    | 'methodService'
    | 'methodSharing'
    | 'methodMoney'
    | 'methodParameters'
    | 'gapsIntro'
    | 'communesWithGaps'
    | 'remediesNone'
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
    | 'sheet'
    | 'sheetFigures'
  >;
  letterhead: LetterheadWords;
  /** Sentences of the built-in pack's provenance, by their English text. */
  packTexts: Readonly<Record<string, string>>;
}
