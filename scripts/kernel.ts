import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const folder = new URL('../src/coverage/', import.meta.url);
const textFile = new URL('sweep/kernel-binary.ts', folder);

/** What `src/coverage/kernel` compiles to, as the module that the app loads. */
export const compileKernel = async (): Promise<string> => {
  const out = await mkdtemp(join(tmpdir(), 'kernel-'));
  try {
    const { error, stderr } = await asc.main([
      fileURLToPath(new URL('kernel/index.ts', folder)),
      ...['--outFile', join(out, 'kernel.wasm'), '-O3', '--noAssert', '--runtime', 'stub', '--use', 'abort='],
      // four numbers at a time; passing them between its own files worries nobody
      ...['--enable', 'simd', '--disableWarning', '112'],
    ]);
    if (error) throw new Error(`The kernel does not compile:\n${stderr.toString()}`, { cause: error });
    const base64 = (await readFile(join(out, 'kernel.wasm'))).toString('base64');
    return `/** Compiled from src/coverage/kernel by \`npm run kernel\`. */\nexport const kernelBinary =\n  '${base64}';\n`;
  } finally {
    await rm(out, { recursive: true });
  }
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = await compileKernel();
  await writeFile(textFile, text);
  console.log(`${fileURLToPath(textFile)}: ${Math.round((text.length * 3) / 4 / 1024)} KB of code`);
}
