import { zipSync } from 'fflate';
import { openZip } from '../files/archive/zip.ts';
import { parseJson } from '../files/json.ts';
import { limits } from '../files/limits.ts';
import { type PackSource, packSourceFromFiles } from '../files/pack/pack-source.ts';
import { writePack } from '../files/pack/pack-write.ts';
import { checked } from '../files/pack/schema-check.ts';
import { ProblemList, refuse } from '../files/problem-list.ts';
import { sha256Hex } from '../files/sha256.ts';
import { canonicalJson } from './canonical.ts';
import { baseEntry, type Entry, type LayerId } from './layers.ts';
import type { Moment } from './moment.ts';
import type { OpenedPack, Scenario, Study } from './study.ts';
import { checkStudyRules } from './study-rules.ts';
import { type StoredStudy, studySchema } from './study-schema.ts';

const studyPath = 'study.json';
/** SHA-256 of study.json as `sha256sum` writes it; files saved before there was one have none. */
const checksumPath = 'study.json.sha256';
const packFolder = 'pack/';
/** The earliest a zip archive can state: the same study gives the same bytes. */
const fixedDate = new Date(1980, 0, 1);

/** A study as plain data, its base by id and checksum. */
export const storedStudy = ({ base, scenarios, current }: Study): StoredStudy => {
  const { id, title } = base.pack.manifest;
  return {
    format: 'phusong-study',
    formatVersion: 1,
    base: { id, title, checksum: base.checksum },
    current,
    // a list of scenarios is as long as a user makes it; its parts are never changed in place
    scenarios: scenarios as StoredStudy['scenarios'],
  };
};

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const checksumLine = (text: Uint8Array): string => `${sha256Hex(text)}  ${studyPath}\n`;

/** A .phusong file: a zip archive of study.json with its checksum and, when asked for, the whole pack. The same study, the same bytes. */
export const writeStudyFile = (study: Study, { withPack }: { withPack: boolean }): Uint8Array => {
  const files: Record<string, Uint8Array> = {};
  const stored = storedStudy(study);
  let { checksum } = study.base;
  if (withPack) {
    for (const [path, bytes] of writePack(study.base.pack)) {
      files[packFolder + path] = bytes;
      if (path === 'pack.json') checksum = sha256Hex(bytes);
    }
  }
  const text = encode(canonicalJson({ ...stored, base: { ...stored.base, checksum } }));
  const own = { [studyPath]: text, [checksumPath]: encode(checksumLine(text)) };
  return zipSync({ ...own, ...files }, { mtime: fixedDate });
};

export interface ReadStudyFile {
  stored: StoredStudy;
  /** The pack inside the file; null where it is named by checksum only. */
  pack: PackSource | null;
  /** Its files by their path, for a reader in a worker. */
  files: ReadonlyMap<string, Uint8Array>;
}

/** Checks study.json as plain data against its schema. Throws InputError with everything that does not fit. */
export const checkStoredStudy = (value: unknown, file: string): StoredStudy => {
  const problems = new ProblemList();
  const stored = checked(studySchema, value, file, '', problems);
  problems.throwIfErrors(file);
  return stored!;
};

/**
 * Reads a .phusong file. Throws InputError: not a zip archive, no study.json, one that is not what its checksum says,
 * more than a study has, values that do not fit. What it holds is not open yet: `attachStudy` puts it on its pack.
 */
export const readStudyFile = (bytes: Uint8Array, file: string): ReadStudyFile => {
  const { paths, read } = openZip(bytes, file);
  const text = read(studyPath, limits.studyBytes);
  if (!text) throw refuse({ file, place: studyPath, value: '', rule: 'missing-file' });
  const stated = read(checksumPath, checksumLine(text).length);
  if (stated && new TextDecoder().decode(stated) !== checksumLine(text)) {
    const ruleValues = { expected: new TextDecoder().decode(stated).slice(0, 64) };
    throw refuse({ file, place: studyPath, value: sha256Hex(text), rule: 'checksum', ruleValues });
  }
  const stored = checkStoredStudy(parseJson(text, `${file}/${studyPath}`), `${file}/${studyPath}`);
  const inside = paths.filter((path) => path.startsWith(packFolder));
  const files = new Map(inside.map((path) => [path.slice(packFolder.length), read(path)!]));
  return { stored, pack: files.size > 0 ? packSourceFromFiles(file, files) : null, files };
};

/**
 * A stored study on the pack it was made on. Throws InputError when it was made on another one, and when a moment does
 * not follow from those before it or brings what no pack may hold: half a study would be worse than none.
 */
export const attachStudy = (stored: StoredStudy, base: OpenedPack, file: string): Study => {
  if (stored.base.checksum !== base.checksum) {
    const value = `${base.pack.manifest.id} (${base.checksum.slice(0, 12)})`;
    const ruleValues = { expected: `${stored.base.title} (${stored.base.id}, ${stored.base.checksum.slice(0, 12)})` };
    throw refuse({ file, place: 'base', value, rule: 'other-pack', ruleValues });
  }
  const ids = new Set<string>();
  for (const [i, scenario] of stored.scenarios.entries()) {
    if (ids.has(scenario.id)) {
      throw refuse({ file, place: `scenarios[${i}]`, value: scenario.id, rule: 'duplicate-id' });
    }
    ids.add(scenario.id);
    checkSequence(scenario, base, file, `scenarios[${i}]`);
  }
  checkStudyRules(stored.scenarios, base.pack, file);
  const current = stored.current !== null && ids.has(stored.current) ? stored.current : null;
  return { base, scenarios: stored.scenarios, current };
};

/** Every change must find its entry as it says it was. */
const checkSequence = ({ done, undone }: Scenario, base: OpenedPack, file: string, place: string): void => {
  const now = new Map<string, Entry | null>();
  const follow = (moments: readonly Moment[], at: string): void => {
    for (const [m, { changes }] of moments.entries()) {
      for (const [c, { layer, id, before, after }] of changes.entries()) {
        const key = `${layer} ${id}`;
        const there = now.has(key) ? now.get(key) : baseEntry(base.pack, layer as LayerId, id);
        if (canonicalJson(there ?? null) !== canonicalJson(before)) {
          throw refuse({ file, place: `${place}.${at}[${m}].changes[${c}]`, value: id, rule: 'wrong-order' });
        }
        now.set(key, after);
      }
    }
  };
  follow(done, 'done');
  follow(undone.toReversed(), 'undone');
};
