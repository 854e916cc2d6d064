import type { Range } from '../../model/facts.ts';
import { exactly, scaled, times, total } from '../../money/range.ts';
import type { FibreWay } from '../feed/fibre-ways.ts';
import { createPower } from '../feed/power.ts';
import { satelliteVnd } from '../feed/satellite.ts';
import { isMountainous } from '../mountain.ts';
import { type RolloutParameters, rolloutParameters } from '../parameters.ts';
import type {
  Backhaul,
  Demand,
  DraftOption,
  OptionPart,
  Power,
  RolloutOption,
  RolloutScene,
} from '../rollout-types.ts';

const nothing = exactly(0);

/** A mast's price by its height, between and beyond those of the table along straight lines. */
const mastVnd = ({ mast15Vnd, mast30Vnd, mast42Vnd }: RolloutParameters, heightM: number): Range => {
  const [[h0, a], [h1, b]] =
    heightM <= 30
      ? ([
          [15, mast15Vnd],
          [30, mast30Vnd],
        ] as const)
      : ([
          [30, mast30Vnd],
          [42, mast42Vnd],
        ] as const);
  const share = (heightM - h0) / (h1 - h0);
  const at = (end: keyof Range): number => Math.max(0, a[end] + share * (b[end] - a[end]));
  return { low: at('low'), central: at('central'), high: at('high') };
};

const there: Backhaul = { means: 'there', litId: null, km: 0, hops: [], costVnd: nothing, isKnown: true };
const powered: Power = { means: 'there', costVnd: nothing, isKnown: true };

/** Adds to options what they cost: mast, radio, what feeds them and their power, each with its range. */
export const createPricing = (scene: RolloutScene, isLit: (siteId: string) => boolean) => {
  const parameters = rolloutParameters(scene.parameters);
  const powerAt = createPower(scene, parameters);
  const { hopVnd } = parameters;

  const ways = ({ hops }: DraftOption, fibre: FibreWay | null): Backhaul[] => [
    ...(fibre
      ? [
          {
            means: 'fibre' as const,
            litId: fibre.litId,
            km: fibre.km,
            hops: [],
            costVnd: fibre.costVnd,
            isKnown: true,
          },
        ]
      : []),
    ...(hops.length > 0
      ? [
          {
            means: 'microwave' as const,
            litId: hops[hops.length - 1].toId,
            km: hops.reduce((sum, { km }) => sum + km, 0),
            hops,
            costVnd: scaled(hopVnd, hops.length),
            isKnown: true,
          },
        ]
      : []),
  ];
  const satellite: Backhaul = {
    means: 'satellite',
    litId: null,
    km: 0,
    hops: [],
    costVnd: satelliteVnd(parameters),
    isKnown: true,
  };
  const cheapest = (all: readonly Backhaul[]): Backhaul | null =>
    all.reduce<Backhaul | null>((a, b) => (!a || b.costVnd.central < a.costVnd.central ? b : a), null);

  /** Null where nothing could feed it. */
  const backhaulOf = (draft: DraftOption, fibre: FibreWay | null): Backhaul | null => {
    const { kind, site } = draft;
    const built = cheapest(kind === 'small-site' ? [...ways(draft, fibre), satellite] : ways(draft, fibre));
    if (kind === 'mast' || kind === 'small-site') return built;
    if (kind === 'retune' || kind === 'sector' || site.fibre === 'yes' || isLit(site.id)) return there;
    // a standing site has what feeds it; whether that carries a further base station, the pack does not say
    const costVnd = { low: 0, central: 0, high: built?.costVnd.high ?? 0 };
    return { ...(built ?? there), means: 'there', isKnown: false, costVnd };
  };

  const structureParts = ({ kind, site, sectors }: DraftOption): OptionPart[] => {
    const { retuneVnd, sectorVnd, basebandVnd, addedTenantVnd, addedCarrierVnd, smallSiteVnd, mountain } = parameters;
    const radio: OptionPart = {
      part: 'radio',
      quantity: sectors,
      unit: 'sector',
      costVnd: scaled(sectorVnd, sectors),
    };
    const baseband: OptionPart = { part: 'radio', quantity: 1, unit: 'base station', costVnd: basebandVnd };
    const harder = isMountainous(scene.terrain, site.position) ? mountain : exactly(1);
    switch (kind) {
      case 'retune':
        return [{ part: 'retune', quantity: 1, unit: 'visit', costVnd: retuneVnd }];
      case 'sector':
        return [radio];
      case 'carrier':
        return [{ part: 'radio', quantity: 1, unit: 'base station', costVnd: addedCarrierVnd }];
      case 'tenancy':
        return [{ part: 'mounts', quantity: 1, unit: 'tenant', costVnd: addedTenantVnd }, baseband, radio];
      case 'mast': {
        const costVnd = times(mastVnd(parameters, site.heightM), harder);
        return [{ part: 'mast', quantity: 1, unit: 'mast', costVnd }, baseband, radio];
      }
      case 'small-site':
        return [{ part: 'mast', quantity: 1, unit: 'site', costVnd: times(smallSiteVnd, harder) }];
    }
  };

  const backhaulPart = ({ means, km, hops, costVnd }: Backhaul): OptionPart[] => {
    if (costVnd.high === 0) return [];
    if (means === 'satellite') return [{ part: 'satellite', quantity: 1, unit: 'terminal', costVnd }];
    if (hops.length > 0) return [{ part: 'microwave', quantity: hops.length, unit: 'hop', costVnd }];
    return [{ part: 'fibre', quantity: km, unit: 'km', costVnd }];
  };

  return (draft: DraftOption, fibre: FibreWay | null, demands: readonly Demand[]): RolloutOption | null => {
    const { sectors: _, hops: __, ...option } = draft;
    const backhaul = backhaulOf(draft, fibre);
    if (!backhaul) return null;
    const isNew = draft.kind === 'mast' || draft.kind === 'small-site';
    const power = isNew ? powerAt(draft.site.position, draft.kind === 'small-site') : powered;
    const powerPart: OptionPart[] = isNew ? [{ part: 'power', quantity: 1, unit: 'site', costVnd: power.costVnd }] : [];
    const parts = [...structureParts(draft), ...backhaulPart(backhaul), ...powerPart];
    return {
      ...option,
      people: draft.serves.reduce((sum, d) => sum + demands[d].people, 0),
      parts,
      backhaul,
      power,
      costVnd: total(parts.map(({ costVnd }) => costVnd)),
    };
  };
};
