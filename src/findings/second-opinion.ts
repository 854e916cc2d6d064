import { hamletPoints } from '../coverage/service/hamlet-points.ts';
import type { Certainty, ServiceResult, ServiceSettings } from '../coverage/service/service-types.ts';
import { isServed } from '../coverage/service/status.ts';
import type { Hamlet } from '../model/hamlet.ts';
import type { PathModelId } from '../radio/path-model.ts';

/** Which of two models say a place is served: the study's own, the second, both or none. */
export type Agreement = 'both' | 'first-only' | 'second-only' | 'neither';

/** How sure a verdict is once a second model was asked: no surer than that one of them alone serves. */
export type CertaintyOfTwo = Certainty | 'one-model-only';

/** What two models say of a hamlet, by one operator or by the best of them. */
interface Verdict {
  /** Of the centre, which decides for official lists. */
  centre: Agreement;
  /** Of each cluster, in the hamlet's order. */
  clusters: Agreement[];
  certainty: CertaintyOfTwo;
  /** At the centre, the second model's level less the first's; null where either hears nothing. */
  differenceDb: number | null;
}

export interface HamletOpinion extends Verdict {
  id: string;
  /** People whose own cluster one model alone serves, by any operator. */
  peopleOneModelOnly: number;
  operators: (Verdict & { operator: string })[];
}

/** A second model's opinion beside a study's findings, over the same network and settings. */
export interface SecondOpinion {
  first: PathModelId;
  second: PathModelId;
  /** By the centre, any operator; they add up to all hamlets. */
  hamlets: Record<Agreement, number>;
  /** By their own cluster, any operator; they add up to all people. */
  people: Record<Agreement, number>;
  /** Every hamlet, in the pack's order. */
  byHamlet: HamletOpinion[];
}

const agreementOf = (first: number, second: number, thresholdDbm: number): Agreement => {
  if (isServed(first, thresholdDbm)) return isServed(second, thresholdDbm) ? 'both' : 'first-only';
  return isServed(second, thresholdDbm) ? 'second-only' : 'neither';
};

/** A verdict that only one of two models bears is told as that, however wide its margin. */
const certaintyOfTwo = (certainty: Certainty, centre: Agreement): CertaintyOfTwo =>
  centre === 'both' || centre === 'neither' ? certainty : 'one-model-only';

const hundredths = (value: number): number | null => (Number.isNaN(value) ? null : Math.round(value * 100) / 100);

/** The strongest of some levels, where NaN is none. */
const strongest = (levels: Float64Array): number =>
  levels.reduce((best, level) => (level > best || Number.isNaN(best) ? level : best), Number.NaN);

const none = (): Record<Agreement, number> => ({ both: 0, 'first-only': 0, 'second-only': 0, neither: 0 });

export interface SecondOpinionSource {
  hamlets: readonly Hamlet[];
  /** What was found by the first model, hamlet by hamlet. */
  found: readonly { certainty: Certainty; operators: readonly { operator: string; certainty: Certainty }[] }[];
  settings: ServiceSettings;
  /** Service over the same points and operators by either model. */
  first: ServiceResult;
  second: ServiceResult;
  secondModel: PathModelId;
}

/** Where two models agree on who is served, decided on exact levels. */
export const secondOpinion = (source: SecondOpinionSource): SecondOpinion => {
  const { hamlets, found, settings, first, second, secondModel } = source;
  const { thresholdDbm } = settings;
  const { people, hamletStart } = hamletPoints(hamlets);
  const count = first.operators.length;
  const counts = { hamlets: none(), people: none() };

  /** Levels of a point: of one operator, or of the best of them. */
  const levelsAt = (point: number, operator: number | null): readonly [first: number, second: number] => {
    if (operator !== null) return [first.levelDbm[point * count + operator], second.levelDbm[point * count + operator]];
    const of = ({ levelDbm }: ServiceResult): number =>
      strongest(levelDbm.subarray(point * count, (point + 1) * count));
    return [of(first), of(second)];
  };

  const verdictOf = (h: number, operator: number | null, certainty: Certainty): Verdict => {
    const points = Array.from({ length: hamletStart[h + 1] - hamletStart[h] }, (_, i) => hamletStart[h] + i);
    const levels = points.map((point) => levelsAt(point, operator));
    const [centre, ...clusters] = levels.map((pair) => agreementOf(...pair, thresholdDbm));
    return {
      centre,
      clusters,
      certainty: certaintyOfTwo(certainty, centre),
      differenceDb: hundredths(levels[0][1] - levels[0][0]),
    };
  };

  const byHamlet = hamlets.map(({ id }, h): HamletOpinion => {
    const any = verdictOf(h, null, found[h].certainty);
    counts.hamlets[any.centre]++;
    let peopleOneModelOnly = 0;
    any.clusters.forEach((agreement, c) => {
      const here = people[hamletStart[h] + 1 + c];
      counts.people[agreement] += here;
      if (agreement === 'first-only' || agreement === 'second-only') peopleOneModelOnly += here;
    });
    return {
      id,
      ...any,
      peopleOneModelOnly,
      operators: found[h].operators.map(({ operator, certainty }, o) => ({
        operator,
        ...verdictOf(h, o, certainty),
      })),
    };
  });
  return { first: settings.model, second: secondModel, ...counts, byHamlet };
};
