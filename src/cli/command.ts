/** Where a command writes: figures on stdout, progress and problems on stderr. */
export interface CommandIo {
  stdout: (text: string) => void;
  stderr: (text: string) => void;
  /** Whether stderr is a terminal: progress may then overwrite its own line. */
  interactive: boolean;
  signal: AbortSignal;
}

export interface Command {
  name: string;
  /** One line, for the list of commands. */
  summary: string;
  /** The whole help: usage, options, examples, exit codes. */
  help: string;
  /** Returns an exit code. Throws UsageError and InputError; `main` turns them into messages and codes. */
  run: (args: readonly string[], io: CommandIo) => Promise<number>;
}

/** As shells have them: a command that SIGINT or SIGPIPE ends gives 128 and the number of the signal. */
export const exitCodes = { ok: 0, failed: 1, usage: 2, badInput: 3, cancelled: 130, pipeClosed: 141 } as const;

/** The command line itself is wrong. The message says what and how to mend it. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}
