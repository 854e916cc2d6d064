import {
  type AreaAsked,
  boxAsked,
  provinceAsked,
  publicPackId,
  sourcesOfArea,
  sourcesOfProvince,
  vintageOf,
  wishFor,
} from '../../data/build/public/area-asked.ts';
import type { PublicFacts } from '../../data/build/public/facts.ts';
import { buildPublicPack, type PublicStep } from '../../data/build/public/index.ts';
import { readPublicFacts } from '../../data/build/public/read-facts.ts';
import { plainProvinceName } from '../../data/build/unit-register.ts';
import { writePack } from '../../src/files/pack/pack-write.ts';
import type { InputFile } from '../../src/files/raster/elevation-files.ts';
import type { BoundingBox } from '../../src/model/place.ts';
import type { Problem } from '../../src/model/problem.ts';
import { browserStore } from '../../src/sources/cache/browser-store.ts';
import { createCache } from '../../src/sources/cache/cache.ts';
import { memoryStore, type Store } from '../../src/sources/cache/store.ts';
import { gather } from '../../src/sources/gather.ts';
import { asGiven } from '../../src/sources/given-files.ts';
import { wait } from '../../src/sources/net/lane.ts';
import { createNet } from '../../src/sources/net/net.ts';
import { planOf } from '../../src/sources/plan.ts';
import type { FromPage, Need, SourceId, Terms } from '../../src/sources/source.ts';
import type { PackEntry } from '../pack/api.ts';

/** Which area is wanted: a province since July 2025 by its code, or a box in degrees. */
export type PlaceAsked =
  | { kind: 'province'; code: string }
  | {
      kind: 'box';
      name: string;
      box: BoundingBox;
      /** ISO 3166-1 alpha-3; sources that are asked by country are left out without it. */
      country: string;
    };

/** What a page wants of sources. */
export interface ProvinceQuestion {
  place: PlaceAsked;
  /** Sources that are not to be asked. */
  without: readonly SourceId[];
  /** Files given instead of asking. */
  files: Readonly<Partial<Record<SourceId, readonly InputFile[]>>>;
  /** Other addresses than the sources' own. */
  addresses: Readonly<Record<string, string>>;
}

export interface ProvinceRow {
  code: string;
  name: string;
  predecessors: string;
}

/** One source of a plan, as a page shows it. */
export interface SourceRow {
  id: SourceId;
  name: string;
  needs: readonly Need[];
  host: string;
  fromPage: FromPage;
  fromFile: boolean;
  questions: number;
  megabytes: number;
  terms: Terms;
}

/** A pack that was built: its files, and what was noted on the way. */
export interface BuiltProvince {
  id: string;
  title: string;
  titleEn: string;
  entries: readonly PackEntry[];
  notes: readonly Problem[];
}

/** How far it is: answers of one source, or a step of the building. */
export type ProvinceProgress =
  | { kind: 'source'; id: SourceId; answers: number; bytes: number }
  | { kind: 'step'; step: PublicStep };

const countryOf = ({ place }: ProvinceQuestion): string => (place.kind === 'province' ? 'VNM' : place.country);

/** A page knows the units of today only; those of 2020 are read on any pack of them. */
const units = '2025';

const areaOf = ({ place }: ProvinceQuestion, facts: PublicFacts): AreaAsked => {
  if (place.kind === 'box') return boxAsked(place.name, place.box, place.country === 'VNM');
  const province = facts.provinces.find(({ code }) => code === place.code);
  if (!province) throw new RangeError(`no province ${place.code}`);
  return provinceAsked(province, units, facts);
};

const likedBy = (question: ProvinceQuestion): SourceId[] =>
  (question.place.kind === 'province' ? sourcesOfProvince : sourcesOfArea).filter(
    (id) => !question.without.includes(id) && (id !== 'worldpop' || countryOf(question) !== ''),
  );

const filesOf = ({ files }: ProvinceQuestion) =>
  Object.fromEntries(
    Object.entries(files).map(([id, given]) => [id, given.flatMap((file) => asGiven(id as SourceId, file))]),
  );

/** Where there is no Cache API, as on plain http, nothing is kept beyond the worker. */
const usualStore = (): Store => (typeof caches === 'undefined' ? memoryStore() : browserStore());

/** Plans and builds packs of public data. What has come is in the store: the next question finds it there. */
export const createProvinceApi = (store: () => Store = usualStore) => {
  const facts = readPublicFacts();
  const asked = (question: ProvinceQuestion) => {
    const area = areaOf(question, facts);
    const wish = wishFor(area, likedBy(question), facts, { files: filesOf(question), country: countryOf(question) });
    return { area, wish };
  };
  const netOf = (question: ProvinceQuestion, onProgress: (progress: ProvinceProgress) => void) => {
    const tallies = new Map<SourceId, { answers: number; bytes: number }>();
    return createNet({
      cache: createCache(store()),
      addresses: question.addresses,
      wait,
      // whoever cancels ends the whole worker
      signal: new AbortController().signal,
      onAnswer: ({ id }, bytes) => {
        const before = tallies.get(id) ?? { answers: 0, bytes: 0 };
        const tally = { answers: before.answers + 1, bytes: before.bytes + bytes };
        tallies.set(id, tally);
        onProgress({ kind: 'source', id, ...tally });
      },
    });
  };
  return {
    provinces: (): ProvinceRow[] =>
      facts.provinces.map(({ code, name, predecessors }) => ({
        code,
        name: plainProvinceName(name),
        predecessors,
      })),

    /** What will be asked of whom; asks nobody. */
    plan: (question: ProvinceQuestion): SourceRow[] => {
      const net = netOf(question, () => {});
      return planOf(asked(question).wish).map(({ source, needs, fromFile, questions, megabytes }) => ({
        id: source.id,
        name: source.name,
        needs,
        host: new URL(net.address(source)).host,
        fromPage: source.fromPage,
        fromFile,
        questions: Math.round(questions),
        megabytes,
        terms: source.terms,
      }));
    },

    /** Asks, and builds the pack of what came. Throws as `gather` and `buildPublicPack` do. */
    build: async (
      question: ProvinceQuestion,
      onProgress: (progress: ProvinceProgress) => void,
    ): Promise<BuiltProvince> => {
      const { area, wish } = asked(question);
      const net = netOf(question, onProgress);
      const gathered = await gather(net, wish);
      const { pack, report } = await buildPublicPack(
        {
          id: publicPackId(area, units),
          gathered,
          vintage: vintageOf(area, units, gathered.receipts.boundaries?.date ?? ''),
          area: { code: area.code, name: area.name, isVietnamese: area.isVietnamese },
          fill: true,
        },
        facts,
        { onProgress: (step) => onProgress({ kind: 'step', step }) },
      );
      const { id, title, titleEn } = pack.manifest;
      const entries = [...writePack(pack)].map(([path, bytes]) => ({ path, bytes }));
      return { id, title, titleEn, entries, notes: report };
    },
  };
};
export type ProvinceApi = ReturnType<typeof createProvinceApi>;
