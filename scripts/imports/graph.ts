import { dirname, join } from 'node:path/posix';
import { parseSync } from 'oxc-parser';

/** A file and the files and packages it imports, types and dynamic imports included. */
export interface Module {
  path: string;
  imports: readonly string[];
  packages: readonly string[];
}

/** Files by path, with forward slashes, from the repository's root. */
export type Sources = ReadonlyMap<string, string>;

const isRelative = (specifier: string): boolean => specifier.startsWith('.');

/** Texts of dynamic imports and of `new URL('…', import.meta.url)`, as workers are started. */
const literal = /^(['"])(.*)\1$/s;
const workerUrl = /new URL\(\s*['"]([^'"]+\.(?:ts|mjs))['"],\s*import\.meta\.url\s*\)/g;

const specifiersOf = (path: string, source: string): string[] => {
  const { module, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path} can't be read: ${errors[0].message}`);
  return [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) => entries.flatMap((entry) => entry.moduleRequest?.value ?? [])),
    ...module.dynamicImports.flatMap(({ moduleRequest: { start, end } }) => {
      const found = literal.exec(source.slice(start, end));
      return found ? [found[2]] : [];
    }),
    ...[...source.matchAll(workerUrl)].map(([, specifier]) => specifier),
  ];
};

/**
 * Reads what every file imports.
 *
 * @throws Error for a file that can't be parsed, or an import that leads to no file
 */
export const readModules = (sources: Sources, exists: (path: string) => boolean): Module[] =>
  [...sources].map(([path, source]) => {
    const specifiers = [...new Set(specifiersOf(path, source))].map((specifier) => specifier.split('?')[0]);
    const imports = specifiers.filter(isRelative).map((specifier) => {
      const target = join(dirname(path), specifier);
      // AssemblyScript leaves the ending out
      const found = [target, `${target}.ts`].find((one) => sources.has(one) || exists(one));
      if (!found) throw new Error(`${path} imports ${target}, which is not there`);
      return found;
    });
    return { path, imports, packages: specifiers.filter((specifier) => !isRelative(specifier)) };
  });

/** Groups of files that import each other in a circle (Tarjan's strongly connected components of two or more). */
export const circlesOf = (modules: readonly Module[]): string[][] => {
  const importsOf = new Map(modules.map(({ path, imports }) => [path, imports]));
  const number = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const circles: string[][] = [];
  const visit = (path: string): void => {
    number.set(path, number.size);
    low.set(path, number.get(path)!);
    stack.push(path);
    for (const next of importsOf.get(path) ?? []) {
      if (!importsOf.has(next)) continue;
      if (!number.has(next)) visit(next);
      // a file that is off the stack belongs to a component that is closed
      if (stack.includes(next)) low.set(path, Math.min(low.get(path)!, low.get(next)!));
    }
    if (low.get(path) !== number.get(path)) return;
    const component = stack.splice(stack.indexOf(path));
    if (component.length > 1 || importsOf.get(path)?.includes(path)) circles.push(component.reverse());
  };
  for (const { path } of modules) if (!number.has(path)) visit(path);
  return circles;
};
