import { t } from '../../i18n/language.ts';

const templates = [
  { file: 'proposal-template.geojson', label: 'proposal.templateGeojson' },
  { file: 'proposal-template.csv', label: 'proposal.templateCsv' },
  { file: 'proposal.schema.json', label: 'proposal.schema' },
] as const;

/** Files to fill in, and what a file must hold. */
export const TemplateLinks = () => (
  <ul class="proposal-templates">
    {templates.map(({ file, label }) => (
      <li key={file}>
        <a href={`./schema/${file}`} download={file}>
          {t(label)}
        </a>
      </li>
    ))}
  </ul>
);
