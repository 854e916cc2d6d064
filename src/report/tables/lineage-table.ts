import type { FigureLineage } from '../../findings/figures.ts';
import type { ReportContext } from '../report-input.ts';
import { columnsOf, type ReportTable, tableOf } from './report-table.ts';

/** Every figure with what defines it, what it is computed from, and the list it sums up. */
export const lineageTable = ({ findings, texts }: ReportContext): ReportTable => {
  const { t, named, asked } = texts;
  const { provenance } = findings.pack;
  const column = columnsOf<FigureLineage>(texts);
  const list = (entries: readonly string[]): string | null => entries.join('; ') || null;
  return tableOf(
    'lineage',
    texts,
    [
      column('figure', 'text', 30, ({ figure }) => t(`figure.${figure}`, asked)),
      column('definedBy', 'text', 22, ({ terms }) => list(terms.map((term) => t(`term.name.${term}`, asked)))),
      column('layersUsed', 'text', 34, ({ layers }) =>
        list(layers.map((layer) => `${t(`value.layer.${layer}`)} (${t(`kind.${provenance[layer].kind}`)})`)),
      ),
      column('settingsUsed', 'text', 20, ({ settings }) => list(settings.map((group) => t(`setting.group.${group}`)))),
      column('parametersUsed', 'text', 44, ({ parameters }) =>
        list(parameters.map((name) => named('parameter.name', name) ?? name)),
      ),
      column('listedIn', 'text', 24, ({ list: name }) => (name ? t(`table.title.${name}`, asked) : null)),
    ],
    findings.lineage,
  );
};
