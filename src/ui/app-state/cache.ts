import { signal } from '@preact/signals';

export interface CacheBounds<Value> {
  /** Results kept at most. */
  most: number;
  /** Together they take no more than this; one that alone takes more is not kept. */
  mostBytes?: number;
  bytesOf?: (value: Value) => number;
}

/** Results by what they were computed from; those used last are kept. What reads it hears of what is put in later. */
export interface Cache<Value> {
  find: (key: string) => Value | undefined;
  keep: (key: string, value: Value) => void;
  clear: () => void;
}

export const createCache = <Value>({
  most,
  mostBytes = Number.POSITIVE_INFINITY,
  bytesOf = () => 0,
}: CacheBounds<Value>): Cache<Value> => {
  // a map gives its entries in the order they came: the first is the one unused longest
  const kept = signal<Map<string, Value>>(new Map());
  const isOver = (entries: ReadonlyMap<string, Value>): boolean =>
    entries.size > most || [...entries.values()].reduce((sum, value) => sum + bytesOf(value), 0) > mostBytes;
  return {
    find: (key) => {
      const found = kept.value.get(key);
      if (found === undefined) return undefined;
      kept.value.delete(key);
      kept.value.set(key, found);
      return found;
    },
    keep: (key, value) => {
      if (bytesOf(value) > mostBytes) return;
      const next = new Map(kept.peek());
      next.delete(key);
      next.set(key, value);
      for (const oldest of [...next.keys()]) {
        if (!isOver(next)) break;
        next.delete(oldest);
      }
      kept.value = next;
    },
    clear: () => {
      kept.value = new Map();
    },
  };
};
