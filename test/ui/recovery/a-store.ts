import type { MomentPart, Snapshot } from '../../../src/ui/recovery/snapshot.ts';
import type { SnapshotStore } from '../../../src/ui/recovery/snapshot-store.ts';
import { beyondRing, replaceable, workOf } from '../../../src/ui/recovery/works.ts';

const momentsOf = ({ scenarios }: Snapshot): string[] => scenarios.flatMap(({ done, undone }) => [...done, ...undone]);

const full = (): DOMException => new DOMException('full', 'QuotaExceededError');

/** The browser's store in memory, with room for so many snapshots. */
export const aStore = (room = Number.POSITIVE_INFINITY) => {
  let snapshots: Snapshot[] = [];
  const parts = new Map<string, MomentPart>();
  const newestFirst = (): Snapshot[] => snapshots.toReversed();
  const drop = (gone: readonly Snapshot[]): void => {
    const named = new Set(gone.flatMap(momentsOf));
    snapshots = snapshots.filter((one) => !gone.includes(one));
    const left = new Set(snapshots.flatMap(momentsOf));
    for (const [id, { key }] of parts) if (named.has(key) && !left.has(key)) parts.delete(id);
  };
  const store: SnapshotStore = {
    putPart: async (part) => void parts.set(`${part.key} ${part.part}`, structuredClone(part)),
    putSnapshot: async (snapshot, own) => {
      for (const part of own) await store.putPart(part);
      const kept = new Set([...parts.values()].map(({ key }) => key));
      const lacking = momentsOf(snapshot).filter((key) => !kept.has(key));
      if (lacking.length > 0) return lacking;
      if (snapshots.length >= room) throw full();
      snapshots.push({ ...structuredClone(snapshot), id: snapshots.length });
      drop(beyondRing(newestFirst()));
      return [];
    },
    snapshots: async () => newestFirst(),
    partsOf: async (snapshot) => {
      const named = new Set(momentsOf(snapshot));
      return [...parts.values()].filter(({ key }) => named.has(key));
    },
    putPack: async () => {},
    packOf: async () => null,
    makeRoom: async () => drop(replaceable(newestFirst())),
    close: async (work) => {
      snapshots = snapshots.map((one) => (workOf(one) === work ? { ...one, isClosed: true } : one));
    },
    end: () => {},
  };
  return store;
};
