import { useRef } from 'preact/hooks';
import { t } from '../../i18n/language.ts';
import type { Language } from '../../i18n/languages.ts';
import type { Letterhead } from '../../model/letterhead.ts';
import { Disclosure } from '../kit/disclosure.tsx';
import { changeLetterhead } from './letterhead.ts';

const above = ['parentBody', 'office', 'number', 'symbol', 'place'] as const;
const below = ['signerTitle', 'signerName'] as const;
type LineName = (typeof above)[number] | (typeof below)[number];

interface FormProps {
  language: Language;
  letterhead: Letterhead;
}

/** Names each stay in a field, so that undo takes back what was typed there as one step. */
const useGesture = (language: Language, name: keyof Letterhead) => {
  const stay = useRef('');
  return {
    begin: (): void => {
      stay.current = `letterhead ${language} ${name} ${Date.now()}`;
    },
    change: (change: Partial<Letterhead>): void => changeLetterhead(language, change, stay.current),
  };
};

const Line = ({ name, language, letterhead }: FormProps & { name: LineName }) => {
  const { begin, change } = useGesture(language, name);
  return (
    <label class={`field letterhead-${name}`}>
      <span>{t(`report.field.${name}`)}</span>
      <input
        type="text"
        name={name}
        value={letterhead[name]}
        onFocus={begin}
        onInput={(event) => change({ [name]: event.currentTarget.value })}
      />
    </label>
  );
};

const DateLine = ({ language, letterhead }: FormProps) => {
  const { begin, change } = useGesture(language, 'date');
  return (
    <label class="field">
      <span>{t('report.field.date')}</span>
      <input
        type="date"
        name="date"
        value={letterhead.date}
        onFocus={begin}
        onInput={(event) => change({ date: event.currentTarget.value })}
      />
    </label>
  );
};

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Who issues the report: the fields of its head and foot, kept with the study. */
export const LetterheadForm = ({ language, letterhead }: FormProps) => (
  <Disclosure title={t('report.letterhead')}>
    <p class="quiet">{t('report.letterheadHint')}</p>
    <div class="letterhead">
      {above.map((name) => (
        <Line key={name} name={name} language={language} letterhead={letterhead} />
      ))}
      <DateLine language={language} letterhead={letterhead} />
      {below.map((name) => (
        <Line key={name} name={name} language={language} letterhead={letterhead} />
      ))}
      <label class="field letterhead-recipients">
        <span>{t('report.field.recipients')}</span>
        <textarea
          rows={5}
          name="recipients"
          value={letterhead.recipients.join('\n')}
          onChange={(event) => changeLetterhead(language, { recipients: linesOf(event.currentTarget.value) })}
        />
      </label>
    </div>
    <button type="button" class="link" onClick={() => changeLetterhead(language, null)}>
      {t('report.defaults')}
    </button>
  </Disclosure>
);
