import type { FigureId, FigureLineage, HeadlineId } from '../../findings/figures.ts';
import type { ReportInput } from '../report-input.ts';
import type { ReportWords } from '../report-words.ts';
import { columnsOf, type ReportTable, tableOf } from './report-table.ts';

const nameOf = (figure: FigureId, { figureName, headline }: ReportWords): string =>
  figure in headline ? headline[figure as HeadlineId] : figureName[figure as Exclude<FigureId, HeadlineId>];

/** Every figure with what defines it, what it is computed from, and the list it sums up. */
export const lineageTable = ({ findings, words }: ReportInput): ReportTable => {
  const { provenance } = findings.pack;
  const column = columnsOf<FigureLineage>(words);
  const list = (entries: readonly string[]): string | null => entries.join('; ') || null;
  return tableOf(
    'lineage',
    words,
    [
      column('figure', 'text', 30, ({ figure }) => nameOf(figure, words)),
      column('definedBy', 'text', 22, ({ terms }) => list(terms.map((term) => words.term[term]))),
      column('layersUsed', 'text', 34, ({ layers }) =>
        list(layers.map((layer) => `${words.layer[layer]} (${words.kind[provenance[layer].kind]})`)),
      ),
      column('settingsUsed', 'text', 20, ({ settings }) => list(settings.map((group) => words.settingGroup[group]))),
      column('parametersUsed', 'text', 44, ({ parameters }) =>
        list(parameters.map((name) => words.parameter[name] ?? name)),
      ),
      column('listedIn', 'text', 24, ({ list: name }) => (name ? words.table[name] : null)),
    ],
    findings.lineage,
  );
};
