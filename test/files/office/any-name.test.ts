import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { settleOffice } from '../../../src/files/office/settle-office.ts';
import { budget } from '../../support/budget.ts';
import { fc } from '../../support/fast-check.ts';

/** What XML 1.0 allows (section 2.2, Char), and of its controls only tabs and line breaks. */
const allowed = /^(?:[\t\n\r]|[^\p{Cc}\p{Cs}\ufffe\uffff])*$/u;
const directions = /[\u202a-\u202e\u2066-\u2069]/;
const partOf = (text: string): string => {
  const bytes = zipSync({ 'word/document.xml': strToU8('<w:t></w:t>') });
  const settled = settleOffice(bytes, () => `<w:t>${text}</w:t>`);
  return strFromU8(unzipSync(settled)['word/document.xml']);
};

test('a part holds only what XML allows, whatever a name holds', () => {
  const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
  const sign = fc.constantFrom('\u0000', '\u000b', '\u202e', '\u2066', '\ufffe', '\ud800', 'Ế');
  fc.assert(
    fc.property(fc.string({ unit: fc.oneof(unit, sign) }), (text) => {
      const part = partOf(text);
      expect(part).toMatch(allowed);
      expect(part).not.toMatch(directions);
    }),
    { numRuns: budget(200, 5000) },
  );
});

test('a name that harms nothing stays as it is', () => {
  expect(partOf('Xóm Đồng Ếch\t😀\n')).toBe('<w:t>Xóm Đồng Ếch\t😀\n</w:t>');
});
