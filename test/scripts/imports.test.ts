import { describe, expect, it } from 'vitest';
import { readModules } from '../../scripts/imports/graph.ts';
import { faultsOf } from '../../scripts/imports/rules.ts';

/** Faults of a house of these files and nothing else. */
const faultsIn = (sources: Record<string, string>): string[] =>
  faultsOf(readModules(new Map(Object.entries(sources)), () => false));

/** A part that three features share, as a part must be. */
const shared = {
  'src/ui/kit/dialog.tsx': 'export const Dialog = () => null;',
  'src/ui/gaps/index.tsx': "import { Dialog } from '../kit/dialog.tsx'; export const Gaps = Dialog;",
  'src/ui/path/index.tsx': "import { Dialog } from '../kit/dialog.tsx'; export const Path = Dialog;",
  'src/ui/report/index.tsx': "import { Dialog } from '../kit/dialog.tsx'; export const Report = Dialog;",
};

describe('the import rule', () => {
  it('has nothing against imports that run down', () => {
    expect(
      faultsIn({
        'src/model/site.ts': 'export interface Site {}',
        'src/geo/grid.ts': "import type { Site } from '../model/site.ts'; export type Grid = Site;",
        ...shared,
      }),
    ).toEqual([]);
  });

  it.each([
    ['a value', "import { x } from '../ui/x.ts'; export const y = x;"],
    ['a type', "import type { X } from '../ui/x.ts'; export type Y = X;"],
    ['what is passed on', "export { x } from '../ui/x.ts';"],
    ['what is loaded later', "export const y = () => import('../ui/x.ts');"],
  ])('refuses %s of a room above', (_, source) => {
    expect(faultsIn({ 'src/model/y.ts': source, 'src/ui/x.ts': 'export const x = 1; export type X = 1;' })).toEqual([
      'src/model/y.ts → src/ui/x.ts: src/model may not use src/ui',
    ]);
  });

  it('refuses a worker started below', () => {
    const source = "export const y = () => new Worker(new URL('../../workers/x/worker.ts', import.meta.url));";
    expect(faultsIn({ 'src/study/y.ts': source, 'workers/x/worker.ts': '' })).toHaveLength(1);
  });

  it('refuses the screen a worker, be it a type of one: it reaches a calculation through a run', () => {
    const files = {
      'workers/x/client.ts': 'export type X = 1;',
      'src/runs/x.ts': "export type { X } from '../../workers/x/client.ts';",
    };
    const meets = (from: string) => ({
      ...files,
      'src/ui/gaps/index.ts': `import type { X } from '${from}'; export type Y = X;`,
    });
    expect(faultsIn(meets('../../runs/x.ts'))).toEqual([]);
    expect(faultsIn(meets('../../../workers/x/client.ts'))).toEqual([
      'src/ui/gaps/index.ts → workers/x/client.ts: src/ui meets workers through src/runs',
    ]);
  });

  it('refuses a package where it has no place', () => {
    expect(faultsIn({ 'src/ui/map/index.ts': "import { Map } from 'maplibre-gl'; export type M = Map;" })).toEqual([
      'src/ui/map/index.ts → maplibre-gl: only src/map may use it',
    ]);
  });

  it('refuses a circle, be it of types alone', () => {
    const faults = faultsIn({
      'src/geo/a.ts': "import type { B } from './b.ts'; export interface A { b: B }",
      'src/geo/b.ts': "import type { C } from './c.ts'; export interface B { c: C }",
      'src/geo/c.ts': "import type { A } from './a.ts'; export interface C { a: A }",
    });
    expect(faults).toEqual(['circle: src/geo/c.ts → src/geo/b.ts → src/geo/a.ts → src/geo/c.ts']);
  });

  it('refuses a feature met behind its front file', () => {
    const faults = faultsIn({
      'src/ui/gaps/list.tsx': 'export const List = () => null;',
      'src/ui/path/index.tsx': "import { List } from '../gaps/list.tsx'; export const Path = List;",
    });
    expect(faults).toEqual(['src/ui/path/index.tsx → src/ui/gaps/list.tsx: a feature is met at its front file']);
  });

  it('refuses a shared part that too few use', () => {
    const { 'src/ui/report/index.tsx': _, ...two } = shared;
    expect(faultsIn(two)).toEqual(['src/ui/kit/dialog.tsx is shared by 2 (gaps, path); 3 are needed']);
  });

  it('refuses an import that leads nowhere, and a file that is no TypeScript', () => {
    expect(() => faultsIn({ 'src/geo/a.ts': "import { b } from './b.ts'; export const a = b;" })).toThrow('not there');
    expect(() => faultsIn({ 'src/geo/a.ts': 'const = ;' })).toThrow('src/geo/a.ts');
  });
});
