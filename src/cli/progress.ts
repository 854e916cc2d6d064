import type { CommandIo } from './command.ts';

export interface Progress {
  phase: string;
  done: number;
  total: number;
}

/**
 * Prints progress on stderr: on a terminal one line that overwrites itself, elsewhere one line a phase.
 * Silent when `quiet`.
 */
export const progressPrinter = (io: CommandIo, quiet = false) => {
  let lastPhase = '';
  let startedMs = performance.now();
  return {
    report: ({ phase, done, total }: Progress): void => {
      if (quiet) return;
      if (phase !== lastPhase) {
        if (lastPhase !== '' && io.interactive) io.stderr('\n');
        lastPhase = phase;
        startedMs = performance.now();
        if (!io.interactive) io.stderr(`${phase}\n`);
      }
      if (!io.interactive) return;
      const elapsedS = (performance.now() - startedMs) / 1000;
      const leftS = done > 0 ? (elapsedS * (total - done)) / done : Number.NaN;
      const left = elapsedS > 1 && Number.isFinite(leftS) ? `, ${Math.ceil(leftS)} s left` : '';
      io.stderr(`\r\x1b[K${phase}: ${done} of ${total}${left}`);
    },
    end: (): void => {
      if (!quiet && io.interactive && lastPhase !== '') io.stderr('\n');
    },
  };
};
