/** Where a cache keeps its things: a folder, a browser's storage, memory. Names have forward slashes and no dots. */
export interface Store {
  read: (name: string) => Promise<Uint8Array | null>;
  /** Whole or not at all: whoever reads meanwhile, or after a crash, finds what was there before or all of this. */
  write: (name: string, bytes: Uint8Array) => Promise<void>;
  remove: (name: string) => Promise<void>;
}

export const memoryStore = (): Store => {
  const kept = new Map<string, Uint8Array>();
  return {
    read: async (name) => kept.get(name) ?? null,
    write: async (name, bytes) => {
      kept.set(name, bytes.slice());
    },
    remove: async (name) => {
      kept.delete(name);
    },
  };
};
