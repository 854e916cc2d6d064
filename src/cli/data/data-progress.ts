import type { PlanLine } from '../../sources/plan.ts';
import type { Source, SourceId } from '../../sources/source.ts';
import type { CommandIo } from '../command.ts';

interface Tally {
  name: string;
  planned: number;
  answers: number;
  fresh: number;
  bytes: number;
}

/**
 * What sources have answered: on a terminal one line that overwrites itself, elsewhere one line a source when it begins.
 * At the end a line a source. Silent when `quiet`.
 */
export const sourceProgress = (io: CommandIo, plan: readonly PlanLine[], quiet: boolean) => {
  const tallies = new Map<SourceId, Tally>(
    plan.map(({ source, questions }) => [
      source.id,
      { name: source.name, planned: Math.round(questions), answers: 0, fresh: 0, bytes: 0 },
    ]),
  );
  const shown = ({ name, answers, planned }: Tally): string =>
    `${name} ${answers}${answers > planned ? '' : ` of ${planned}`}`;
  return {
    onAnswer: ({ id, name }: Source, bytes: number, isFresh: boolean): void => {
      const tally = tallies.get(id) ?? { name, planned: 0, answers: 0, fresh: 0, bytes: 0 };
      tallies.set(id, tally);
      tally.answers++;
      if (isFresh) {
        tally.fresh++;
        tally.bytes += bytes;
      }
      if (quiet) return;
      const begun = [...tallies.values()].filter(({ answers }) => answers > 0);
      if (io.interactive) io.stderr(`\r\x1b[K${begun.map(shown).join(', ')}`);
      else if (tally.answers === 1) io.stderr(`${name}\n`);
    },
    end: (): void => {
      if (quiet) return;
      if (io.interactive) io.stderr('\n');
      for (const { name, answers, fresh, bytes } of tallies.values()) {
        if (answers === 0) continue;
        io.stderr(`${name}: ${fresh} answers, ${(bytes / 1e6).toFixed(1)} MB; ${answers - fresh} from the cache\n`);
      }
    },
  };
};
