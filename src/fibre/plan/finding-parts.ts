import type { Range } from '../../model/facts.ts';
import { type Hamlet, peopleOf } from '../../model/hamlet.ts';
import type { Site } from '../../model/site.ts';
import { exactly, plus } from '../../money/range.ts';
import type {
  FibreFinding,
  FibreHamlet,
  FibreQuestion,
  FibreScene,
  FibreSegment,
  LitPlace,
  WirelessBranch,
} from '../fibre-types.ts';
import type { FibreParameters } from '../parameters.ts';
import { compareWireless } from '../wireless/wireless-branches.ts';
import { litWithinM, wirelessOption } from '../wireless/wireless-option.ts';
import { billOf } from './bill.ts';
import { buildingOrder } from './building-order.ts';
import { homesBehind, sharesOf } from './shares.ts';
import type { TreeSegment } from './tree-segments.ts';

interface Known {
  scene: FibreScene;
  question: FibreQuestion;
  parameters: FibreParameters;
  /** Hamlets that were to be joined; segments know them by index. */
  hamlets: readonly Hamlet[];
  lit: readonly LitPlace[];
  segments: readonly TreeSegment[];
  litSites: readonly Site[];
}

/** What is built when a hamlet's turn comes, and which turn it is. */
interface Turn {
  order: number;
  km: number;
  costVnd: Range;
}

const turnsOf = (segments: readonly TreeSegment[], order: readonly number[]): Map<number, Turn> => {
  const turns = new Map<number, Turn>();
  let km = 0;
  let costVnd = exactly(0);
  for (const s of order) {
    km += segments[s].km;
    costVnd = plus(costVnd, segments[s].costVnd);
    if (segments[s].hamlet < 0) continue;
    turns.set(segments[s].hamlet, { order: turns.size + 1, km, costVnd });
    km = 0;
    costVnd = exactly(0);
  }
  return turns;
};

/** Everything of a finding that follows from the tree's segments. */
export const findingParts = (known: Known): Pick<FibreFinding, 'bill' | 'segments' | 'hamlets' | 'wireless'> => {
  const { scene, question, parameters, hamlets, lit, segments, litSites } = known;
  const homes = hamlets.map(({ households }) => households);
  const gains = question.orderBy === 'homes' ? homes : hamlets.map(peopleOf);
  const order = buildingOrder({
    parent: segments.map(({ parent }) => parent),
    gain: segments.map(({ hamlet }) => (hamlet >= 0 ? gains[hamlet] : 0)),
    cost: segments.map(({ costVnd }) => costVnd.central),
  });
  const ids: string[] = [];
  order.forEach((s, k) => {
    ids[s] = `FB${String(k + 1).padStart(4, '0')}`;
  });
  const idOf = (s: number): string | null => (s < 0 ? null : ids[s]);
  const behind = homesBehind(segments, homes);
  const shares = sharesOf(segments, homes);
  const turns = turnsOf(segments, order);
  const reached = [...turns.keys()];
  const options = hamlets.map((hamlet) => wirelessOption(scene, litSites, hamlet, parameters));
  const compared = compareWireless(segments, homes, parameters.homeVnd, options);
  return {
    bill: billOf(
      segments,
      reached.reduce((sum, h) => sum + homes[h], 0),
      parameters,
    ),
    segments: order.map((s): FibreSegment => {
      const { parent, lit: start, hamlet, ...rest } = segments[s];
      return {
        id: ids[s],
        parent: idOf(parent),
        litId: start < 0 ? null : lit[start].id,
        hamletId: hamlet < 0 ? null : hamlets[hamlet].id,
        homesBehind: behind[s],
        ...rest,
      };
    }),
    hamlets: reached.map((h): FibreHamlet => {
      const { id, name, communeCode, centre, households } = hamlets[h];
      const { km, costVnd, distanceKm, lit: from } = shares.get(h)!;
      const turn = turns.get(h)!;
      return {
        id,
        name,
        communeCode,
        position: centre,
        homes: households,
        people: peopleOf(hamlets[h]),
        poorHomes: question.poorHomes[id] ?? null,
        share: { km, costVnd },
        order: turn.order,
        added: { km: turn.km, costVnd: turn.costVnd },
        distanceKm,
        litId: lit[from].id,
        wireless: options[h],
      };
    }),
    wireless: {
      litSites: litSites.length,
      withinM: litWithinM,
      branches: compared.branches.map(
        ({ segment, hamlets: inBranch, fibreVnd, wirelessVnd }): WirelessBranch => ({
          segmentId: ids[segment],
          hamletIds: inBranch.map((h) => hamlets[h].id).sort(),
          homes: inBranch.reduce((sum, h) => sum + homes[h], 0),
          fibreVnd,
          wirelessVnd,
          isCertain: wirelessVnd.high < fibreVnd.low,
        }),
      ),
      mixedVnd: compared.mixedVnd,
      fibreOnlyVnd: compared.fibreOnlyVnd,
    },
  };
};
