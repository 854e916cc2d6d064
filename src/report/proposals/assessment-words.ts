import type { ProposalWords } from './proposal-words.ts';

type Words<Key extends string> = Readonly<Record<Key, string>>;

/** What an assessment is told in, in one language. `{{name}}` takes a value. */
export interface AssessmentWords extends ProposalWords {
  column: Words<
    | 'id'
    | 'commune'
    | 'operators'
    | 'newPeople'
    | 'newHamlets'
    | 'overlap'
    | 'near'
    | 'verdict'
    | 'distance'
    | 'limit'
    | 'fit'
    | 'kept'
    | 'cost'
    | 'saving'
    | 'rateBuilt'
    | 'rateShared'
  >;
  document: Words<
    | 'title'
    | 'opening'
    | 'synthetic'
    | 'real'
    | 'summary'
    | 'method'
    | 'methodText'
    | 'masts'
    | 'mastsTable'
    | 'reasons'
    | 'near'
    | 'nearTable'
    | 'joint'
    | 'leftOut'
    | 'leftOutText'
  >;
}
