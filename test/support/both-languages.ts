// a page fetches English when it is chosen; tests may say a rule in either language at once
import '../../src/i18n/shared-english.ts';
