import { t } from '../../i18n/language.ts';
import type { Language } from '../../i18n/problems.ts';
import type { Letterhead } from '../../report/render/letterhead.ts';
import { Disclosure } from '../parts/disclosure.tsx';
import { changeLetterhead, resetLetterhead } from '../state/letterhead.ts';

const above = ['parentBody', 'office', 'number', 'symbol', 'place'] as const;
const below = ['signerTitle', 'signerName'] as const;
type LineName = (typeof above)[number] | (typeof below)[number];

interface FormProps {
  language: Language;
  letterhead: Letterhead;
}

const Line = ({ name, language, letterhead }: FormProps & { name: LineName }) => (
  <label class={`field letterhead-${name}`}>
    <span>{t(`report.field.${name}`)}</span>
    <input
      type="text"
      name={name}
      value={letterhead[name]}
      onInput={(event) => changeLetterhead(language, { [name]: event.currentTarget.value })}
    />
  </label>
);

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Who issues the report: the fields of its head and foot. */
export const LetterheadForm = ({ language, letterhead }: FormProps) => (
  <Disclosure title={t('report.letterhead')}>
    <p class="quiet">{t('report.letterheadHint')}</p>
    <div class="letterhead">
      {above.map((name) => (
        <Line key={name} name={name} language={language} letterhead={letterhead} />
      ))}
      <label class="field">
        <span>{t('report.field.date')}</span>
        <input
          type="date"
          value={letterhead.date}
          onInput={(event) => changeLetterhead(language, { date: event.currentTarget.value })}
        />
      </label>
      {below.map((name) => (
        <Line key={name} name={name} language={language} letterhead={letterhead} />
      ))}
      <label class="field letterhead-recipients">
        <span>{t('report.field.recipients')}</span>
        <textarea
          rows={5}
          value={letterhead.recipients.join('\n')}
          onChange={(event) => changeLetterhead(language, { recipients: linesOf(event.currentTarget.value) })}
        />
      </label>
    </div>
    <button type="button" class="link" onClick={() => resetLetterhead(language)}>
      {t('report.defaults')}
    </button>
  </Disclosure>
);
