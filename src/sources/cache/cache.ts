import * as v from 'valibot';
import { sha256Hex } from '../../files/sha256.ts';
import type { Store } from './store.ts';

/** What is known of an answer: its content by checksum, or that there is none. */
const noteSchema = v.object({
  /** What was asked, to be read by people; secrets left out. */
  asked: v.string(),
  /** Absent where the source has nothing there. */
  sha256: v.optional(v.string()),
  /** How the source tells one version of a file from another (ETag). */
  version: v.optional(v.string()),
  /** Bytes of the whole file, where only a part was asked. */
  total: v.optional(v.number()),
  /** Set where the question was too large, and its parts were asked instead. */
  tooLarge: v.optional(v.boolean()),
});
export type Note = v.InferOutput<typeof noteSchema>;

export interface Kept extends Omit<Note, 'sha256'> {
  /** Null where the source has nothing there. */
  bytes: Uint8Array | null;
}

/** Answers by what was asked. Content lies under its checksum, so that nothing broken is ever given back. */
export interface Cache {
  find: (asked: string) => Promise<Kept | null>;
  keep: (asked: string, bytes: Uint8Array | null, more?: Pick<Note, 'version' | 'total' | 'tooLarge'>) => Promise<void>;
  forget: (asked: string) => Promise<void>;
  /** Pieces of an answer under way, from its beginning. */
  pieces: (asked: string) => Pieces;
}

export interface Pieces {
  /** What has come so far, of the version it is of. */
  read: () => Promise<{ version: string; pieces: Uint8Array[] }>;
  /** Sets the version the next pieces are of; those there are forgotten. */
  begin: (version: string) => Promise<void>;
  add: (piece: Uint8Array) => Promise<void>;
  forget: () => Promise<void>;
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

export const createCache = (store: Store): Cache => {
  const noteName = (asked: string): string => `asked/${sha256Hex(encode(asked))}`;
  const objectName = (sha256: string): string => `objects/${sha256.slice(0, 2)}/${sha256}`;

  const readNote = async (asked: string): Promise<Note | null> => {
    const bytes = await store.read(noteName(asked));
    if (!bytes) return null;
    try {
      const note = v.safeParse(noteSchema, JSON.parse(decode(bytes)));
      return note.success && note.output.asked === asked ? note.output : null;
    } catch {
      // a note that can't be read is one that was never written
      return null;
    }
  };

  const find = async (asked: string): Promise<Kept | null> => {
    const note = await readNote(asked);
    if (!note) return null;
    const { sha256, ...rest } = note;
    if (sha256 === undefined) return { ...rest, bytes: null };
    const bytes = await store.read(objectName(sha256));
    if (bytes && sha256Hex(bytes) === sha256) return { ...rest, bytes };
    if (bytes) await store.remove(objectName(sha256));
    return null;
  };

  const pieces = (asked: string): Pieces => {
    const folder = `pieces/${sha256Hex(encode(asked))}`;
    const nameOf = (version: string, i: number): string => `${folder}/${sha256Hex(encode(version))}/${i}`;
    let version = '';
    let count = 0;
    const read = async (): Promise<{ version: string; pieces: Uint8Array[] }> => {
      const bytes = await store.read(`${folder}/version`);
      const found: Uint8Array[] = [];
      version = bytes ? decode(bytes) : '';
      for (let piece = bytes && (await store.read(nameOf(version, 0))); piece; ) {
        found.push(piece);
        piece = await store.read(nameOf(version, found.length));
      }
      count = found.length;
      return { version, pieces: found };
    };
    const forget = async (): Promise<void> => {
      await read();
      // from the end: what is left if this is cut short is still a beginning
      for (let i = count - 1; i >= 0; i--) await store.remove(nameOf(version, i));
      await store.remove(`${folder}/version`);
      count = 0;
    };
    return {
      read,
      begin: async (next) => {
        await forget();
        await store.write(`${folder}/version`, encode(next));
        await read();
      },
      add: async (piece) => store.write(nameOf(version, count++), piece),
      forget,
    };
  };

  return {
    find,
    keep: async (asked, bytes, more = {}) => {
      const sha256 = bytes ? sha256Hex(bytes) : undefined;
      // content first: a note promises that it is there
      if (bytes && sha256) await store.write(objectName(sha256), bytes);
      const note: Note = { asked, ...(sha256 && { sha256 }), ...more };
      await store.write(noteName(asked), encode(JSON.stringify(note)));
    },
    forget: (asked) => store.remove(noteName(asked)),
    pieces,
  };
};
