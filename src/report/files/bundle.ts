import { zipFiles } from '../../files/archive/zip-write.ts';
import { sha256Hex } from '../../files/sha256.ts';
import type { ReportInput } from '../report-input.ts';

/** Everything in one zip, with a manifest that says of which study the files are and gives the SHA-256 of each. */
export const bundle = (
  { findings: { pack, appVersion, proposals }, scenario }: Pick<ReportInput, 'findings' | 'scenario'>,
  files: ReadonlyMap<string, Uint8Array>,
): Uint8Array => {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  const manifest = {
    format: 'phusong-report',
    formatVersion: 1,
    appVersion,
    pack: { id: pack.id, title: pack.title, date: pack.date, checksum: pack.checksum },
    // null for the pack as it is
    scenario,
    proposals: proposals?.files.map(({ file, checksum }) => ({ file, sha256: checksum })) ?? [],
    files: sorted.map(([path, content]) => ({ path, bytes: content.length, sha256: sha256Hex(content) })),
  };
  const text = new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`);
  return zipFiles(new Map([['manifest.json', text], ...sorted]));
};
