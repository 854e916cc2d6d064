import type { CsvCell } from '../../files/office/csv.ts';
import type { ReportTexts } from '../../i18n/load.ts';
import type { Range } from '../../model/facts.ts';
import type { Pack } from '../../model/pack.ts';
import { type HamletOutcome, hamletOutcomes } from '../../rollout/hamlet-outcomes.ts';
import type { PlannedOption, RolloutFinding } from '../../rollout/rollout-types.ts';
import type { Texts } from '../report-input.ts';

export type RolloutColumn = keyof ReportTexts['rollout']['column'];
export type RolloutRow = Partial<Record<RolloutColumn, CsvCell>>;

export const optionColumns = [
  'order',
  'year',
  'option_id',
  'kind',
  'change',
  'operator',
  'site_id',
  'lon',
  'lat',
  'height_m',
  'people_added',
  'people_served',
  'places_served',
  'structural_check',
  'backhaul',
  'backhaul_km',
  'backhaul_from',
  'power',
  'low_vnd',
  'central_vnd',
  'high_vnd',
] as const satisfies readonly RolloutColumn[];

export const hamletColumns = [
  'hamlet_id',
  'hamlet',
  'commune_code',
  'commune',
  'lon',
  'lat',
  'people_unserved',
  'people_served',
  'centre_unserved',
  'centre_served',
  'kind',
  'operator',
  'site_id',
  'option_id',
  'low_vnd',
  'central_vnd',
  'high_vnd',
  'reason',
  'obstacle_m',
  'obstacle_km',
  'obstacle_from',
  'mast_needed_m',
  'alternative',
  'alternative_low_vnd',
  'alternative_central_vnd',
  'alternative_high_vnd',
  'alternative_yearly_vnd',
] as const satisfies readonly RolloutColumn[];

const degrees = (value: number): number => Number(value.toFixed(6));
const km = (value: number): number => Number(value.toFixed(3));
const money = ({ low, central, high }: Range) => ({
  low_vnd: Math.round(low),
  central_vnd: Math.round(central),
  high_vnd: Math.round(high),
});

/** A row an option of the plan, in building order. */
export const optionRow = (option: PlannedOption, { t }: Texts): RolloutRow & { lon: number; lat: number } => {
  const { site, kind, change, backhaul, power, structuralCheck } = option;
  const [lon, lat] = site.position;
  return {
    order: option.order,
    year: option.year,
    option_id: option.id,
    kind: t(`rollout.kind.${kind}`),
    change: change && t(`rollout.change.${change}`),
    operator: option.operator,
    site_id: site.id,
    lon: degrees(lon),
    lat: degrees(lat),
    height_m: site.heightM,
    people_added: option.adds,
    people_served: option.people,
    places_served: option.serves.length,
    structural_check: structuralCheck && t(`value.bearing.${structuralCheck}`),
    backhaul: t(`rollout.backhaul.${backhaul.means}`),
    backhaul_km: backhaul.means === 'there' ? null : km(backhaul.km),
    backhaul_from: backhaul.litId,
    power: t(`rollout.power.${power.means}`),
    ...money(option.costVnd),
  };
};

const outcomeRow = (
  { hamlet: h, options, costVnd, leftOut, ...outcome }: HamletOutcome,
  pack: Pack,
  communes: ReadonlyMap<string, string>,
  { t }: Texts,
): RolloutRow & { lon: number; lat: number; hamlet_id: string } => {
  const hamlet = pack.hamlets[h];
  const [lon, lat] = hamlet.centre;
  const [main] = options;
  const yesOrNo = (is: boolean): string => t(is ? 'value.yes' : 'value.no');
  return {
    hamlet_id: hamlet.id,
    hamlet: hamlet.name,
    commune_code: hamlet.communeCode,
    commune: communes.get(hamlet.communeCode) ?? null,
    lon: degrees(lon),
    lat: degrees(lat),
    people_unserved: outcome.peopleUnserved,
    people_served: outcome.peopleServed,
    centre_unserved: yesOrNo(outcome.isCentreUnserved),
    centre_served: outcome.isCentreUnserved ? yesOrNo(outcome.isCentreServed) : null,
    kind: main ? t(`rollout.kind.${main.kind}`) : null,
    operator: main?.operator ?? null,
    site_id: main?.site.id ?? null,
    option_id: options.map(({ id }) => id).join(' ') || null,
    ...(costVnd && money(costVnd)),
    reason: leftOut && t(`rollout.reason.${leftOut.reason}`),
    obstacle_m: leftOut?.obstacle ? Math.round(leftOut.obstacle.altitudeM) : null,
    obstacle_km: leftOut?.obstacle ? km(leftOut.obstacle.distanceKm) : null,
    obstacle_from: leftOut?.obstacle?.fromSiteId ?? null,
    mast_needed_m: leftOut?.obstacle?.mastNeededM ?? null,
    alternative: leftOut && t(`rollout.alternative.${leftOut.alternative.means}`),
    alternative_low_vnd: leftOut && Math.round(leftOut.alternative.costVnd.low),
    alternative_central_vnd: leftOut && Math.round(leftOut.alternative.costVnd.central),
    alternative_high_vnd: leftOut && Math.round(leftOut.alternative.costVnd.high),
    alternative_yearly_vnd: leftOut && Math.round(leftOut.alternative.vndPerYear.central),
  };
};

/** A row a hamlet that lacks service somewhere. */
export const hamletRows = (finding: RolloutFinding, pack: Pack, texts: Texts) => {
  const communes = new Map(pack.communes.features.map(({ properties: { code, name } }) => [code, name]));
  return hamletOutcomes(finding).map((outcome) => outcomeRow(outcome, pack, communes, texts));
};
