import { showable } from './printable.ts';

/** Rules that input can break. Each has a sentence in every language (src/i18n), with the problem's values filled in. */
export const ruleIds = [
  'not-json',
  'not-geojson',
  'missing-file',
  'empty-file',
  'missing-field',
  'wrong-type',
  'not-one-of',
  'out-of-range',
  'checksum',
  'duplicate-id',
  'id-standing',
  'unknown-commune',
  'missing-commune',
  'wrong-vintage',
  'overlap',
  'overlaps',
  'bad-geometry',
  'truncated',
  'not-this-format',
  'outside-province',
  'no-people',
  'too-large',
  'partial-cover',
  'voids-filled',
  'beyond-is-bare',
  'beyond-is-surface',
  'unknown-reference',
  'not-nfc',
  'outside-commune',
  'gap',
  'area-differs',
  'unsafe-path',
  'synthetic-ground',
  'wrong-count',
  'wrong-order',
  'repeated',
  'nothing-allowed',
  'not-possible',
  'other-pack',
  'swapped',
  'unknown-system',
  'assumed-equipment',
  'off-terrain',
  'old-browser',
  'damaged',
  'wrong-encoding',
  'legacy-text',
  'bad-characters',
  'not-read',
  'deleted-rows',
  'too-many-cells',
  'no-headings',
  'other-column',
  'read-as-thousands',
  'read-as-decimal',
  'rounded',
  'fibre-unstated',
  'not-rsrp',
  'assumed-rsrp',
  'assumed-technology',
  'assumed-households',
  'units-carried',
  'geometry-left',
  'not-heights',
  'several-bands',
  'heights-converted',
  'antimeridian',
  'terrain-covers-none',
  'no-terrain',
  'other-id',
  'made-id',
  'above-mast',
  'source-unreachable',
  'source-slow',
  'source-busy',
  'source-failed',
  'source-refuses',
  'source-agent',
  'source-lacks',
  'source-query',
  'source-form',
  'source-cut',
  'source-hidden',
  'source-checksum',
  'source-large',
  'source-whole',
  'source-pointer',
  'source-token',
  'source-daily',
  'source-too-much',
  'source-changed',
  'source-offline',
  'source-terms',
  'nothing-here',
  'nothing-mapped',
  'open-boundary',
  'units-derived',
  'too-far',
  'people-assumed',
  'filled-in',
  'unknown-operator',
  'no-lit-node',
  'no-spectrum',
  'not-above-zero',
  'no-hamlets',
  'all-have-fibre',
  'one-site-only',
  'more-problems',
] as const;
export type RuleId = (typeof ruleIds)[number];

/** One thing wrong with input: where, what stands there, and the rule it breaks. */
export interface Problem {
  file: string;
  /** Row, feature, byte offset or path inside the file: 'row 17', 'features[3].properties.people'. */
  place: string;
  /** What stands there, as text; empty when nothing does. */
  value: string;
  rule: RuleId;
  /** Numbers and names the rule's sentence needs: { expected: 2884802, unit: 'bytes' }. */
  ruleValues?: Readonly<Record<string, string | number>>;
  /** An error keeps the input out; a warning lets it in and is told. */
  severity: 'error' | 'warning';
}

/** A problem as it may be shown: what it quotes of a file turns no text about it and steers no terminal. */
export const shownProblem = <P extends Omit<Problem, 'severity'>>(problem: P): P => ({
  ...problem,
  file: showable(problem.file),
  place: showable(problem.place),
  value: showable(problem.value),
});

/** Input that can't be used. Nothing has been changed when this is thrown. */
export class InputError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const shown = problems.map(shownProblem);
    super(shown.map((p) => `${p.file}: ${p.place}: ${p.rule} (${p.value})`).join('\n'));
    this.name = 'InputError';
    this.problems = shown;
  }
}
