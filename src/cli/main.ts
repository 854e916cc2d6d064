import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { version } from '../../package.json';
import { describeProblem } from '../i18n/problems.ts';
import '../i18n/shared-english.ts';
import { InputError } from '../model/problem.ts';
import { type Command, type CommandIo, exitCodes, UsageError } from './command.ts';

/** Each command loads only when it runs. */
const commands: Record<string, () => Promise<Command>> = {
  pack: async () => (await import('./pack/pack.ts')).packCommand,
  data: async () => (await import('./data/data.ts')).dataCommand,
  report: async () => (await import('./report/report.ts')).reportCommand,
  coverage: async () => (await import('./coverage/coverage.ts')).coverageCommand,
  sharing: async () => (await import('./sharing/sharing.ts')).sharingCommand,
  fibre: async () => (await import('./fibre/fibre.ts')).fibreCommand,
  rollout: async () => (await import('./rollout/rollout.ts')).rolloutCommand,
  capacity: async () => (await import('./capacity/capacity.ts')).capacityCommand,
  resilience: async () => (await import('./resilience/resilience.ts')).resilienceCommand,
  assess: async () => (await import('./assess/assess.ts')).assessCommand,
  path: async () => (await import('./path/path.ts')).pathCommand,
};

const overview = async (): Promise<string> => {
  const lines = await Promise.all(
    Object.entries(commands).map(async ([name, load]) => `  ${name.padEnd(12)}${(await load()).summary}`),
  );
  return `Phủ Sóng: coverage, gaps and tower sharing of a province, from a pack of data.

Usage: npm run -s phusong -- COMMAND [OPTIONS]

Commands:
${lines.join('\n')}

'COMMAND --help' explains one, '--version' tells which version this is. Figures go to stdout, progress and problems to stderr.
Exit codes: 0 done, 1 failed, 2 wrong usage, 3 input that can't be used, 130 cancelled, 141 nobody reads on.
`;
};

const processIo = (signal: AbortSignal): CommandIo => ({
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void process.stderr.write(text),
  interactive: process.stderr.isTTY === true,
  signal,
});

/** Runs one command line and gives its exit code. Never throws: every failure becomes a message on stderr. */
export const main = async (args: readonly string[], givenIo?: CommandIo): Promise<number> => {
  const abort = new AbortController();
  const cancel = () => abort.abort();
  process.once('SIGINT', cancel);
  const io = givenIo ?? processIo(abort.signal);
  try {
    const [name, ...rest] = args;
    if (name === undefined || name === '--help' || name === 'help') {
      io.stdout(await overview());
      return name === undefined ? exitCodes.usage : exitCodes.ok;
    }
    if (name === '--version' || name === '-V') {
      io.stdout(`${version}\n`);
      return exitCodes.ok;
    }
    const load = commands[name];
    if (!load) throw new UsageError(`There is no command '${name}'. 'phusong --help' lists them.`);
    const command = await load();
    if (rest.includes('--help')) {
      io.stdout(command.help);
      return exitCodes.ok;
    }
    return await command.run(rest, io);
  } catch (error) {
    return explain(error, io);
  } finally {
    process.off('SIGINT', cancel);
  }
};

const explain = (error: unknown, io: CommandIo): number => {
  if (io.signal.aborted) {
    io.stderr('Cancelled.\n');
    return exitCodes.cancelled;
  }
  if (error instanceof InputError) {
    for (const problem of error.problems) io.stderr(`${describeProblem(problem, 'en')}\n`);
    io.stderr('Nothing was changed.\n');
    return exitCodes.badInput;
  }
  // parseArgs of node:util reports an unknown or incomplete option this way
  const isUsage =
    error instanceof UsageError || String((error as { code?: string })?.code).startsWith('ERR_PARSE_ARGS');
  // a folder where a file should be, a full disk: the system says which and why
  const isSystem = typeof (error as { syscall?: string })?.syscall === 'string';
  io.stderr(
    isUsage || isSystem
      ? `${(error as Error).message}\n`
      : `${error instanceof Error ? (error.stack ?? error.message) : error}\n`,
  );
  return isUsage ? exitCodes.usage : exitCodes.failed;
};

/**
 * Ends quietly where nobody reads on, as `| head` does, and in words where what is written finds no room: a stream tells
 * of either apart from the call that wrote.
 */
const endWithStream = (stream: NodeJS.WriteStream): void => {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(exitCodes.pipeClosed);
    if (stream !== process.stderr) process.stderr.write(`stdout: ${error.message}\n`);
    process.exit(exitCodes.failed);
  });
};

const isEntry = process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url);
if (isEntry) {
  endWithStream(process.stdout);
  endWithStream(process.stderr);
  process.exitCode = await main(process.argv.slice(2));
}
