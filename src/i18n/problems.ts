import type { Problem, RuleId } from '../model/problem.ts';

export type Language = 'vi' | 'en';

type Sentences = Record<RuleId, string>;

/** A sentence for each rule. `{name}` takes the rule's value of that name; `[…]` is left out when a value in it is missing. */
const vi: Sentences = {
  'not-json': 'không phải JSON hợp lệ[: {detail}]',
  'not-geojson': 'không phải GeoJSON[: cần {expected}]',
  'missing-file': 'thiếu tệp này',
  'empty-file': 'tệp trống, không có gì để đọc',
  'missing-field': 'thiếu trường bắt buộc[ «{field}»]',
  'wrong-type': 'sai kiểu dữ liệu[: cần {expected}]',
  'not-one-of': 'phải là một trong các giá trị cho phép[: {allowed}]',
  'out-of-range': 'nằm ngoài khoảng cho phép[, ít nhất {min}][, nhiều nhất {max}]',
  checksum: 'nội dung không khớp mã kiểm SHA-256 ghi trong gói[: cần {expected}]',
  'duplicate-id': 'mã bị trùng[ với {first}]',
  'id-standing': 'mã này đã thuộc một vị trí cột đang có; cột đề xuất cần mã khác',
  'unknown-commune': 'mã xã không có trong bảng đơn vị hành chính[ {vintage}]',
  'missing-commune': 'thiếu xã có trong bảng đơn vị hành chính[ {vintage}]',
  'wrong-vintage': 'đơn vị hành chính khác kỳ[: cần {expected}]',
  overlap: 'hai vùng chồng lên nhau[ {areaKm2} km²]',
  overlaps: '{count} cặp vùng chồng lên nhau, tổng cộng {areaKm2} km²',
  'bad-geometry': 'hình học không hợp lệ[: {detail}]',
  truncated: 'tệp bị cụt[: cần {expected} {unit}]',
  'not-this-format': 'không đúng định dạng[ {expected}]',
  'outside-province': 'nằm ngoài tỉnh[, cách ranh giới {distanceKm} km]',
  'no-people': 'xóm không có người',
  'too-large': 'quá lớn[: tối đa {max} {unit}]',
  'partial-cover': 'chỉ phủ một phần tỉnh[: {share} %]',
  'voids-filled': 'các ô trống đã được lấp[: {count} ô]',
  'beyond-is-bare':
    'ngoài phạm vi tệp là mặt đất trần, nay cũng không cộng cây và nhà: vùng phủ ở đó trông tốt hơn thực tế',
  'beyond-is-surface':
    'ngoài phạm vi tệp là mặt phủ, nay được cộng thêm cây và nhà lần nữa: vùng phủ ở đó trông kém hơn thực tế',
  'unknown-reference': 'trỏ đến một mã không có[ trong {expected}]',
  'not-nfc': 'tên phải ở dạng Unicode NFC',
  'outside-commune': 'nằm ngoài xã ghi cho nó[: {commune}]',
  gap: 'có khoảng trống giữa các vùng[ {areaKm2} km²]',
  'area-differs': 'diện tích {areaKm2} km² khác xa số liệu chính thức {officialKm2} km²',
  'unsafe-path': 'đường dẫn trong tệp nén không an toàn',
  'synthetic-ground': 'nguồn không có địa hình cho {share} % diện tích; phần đó dùng địa hình giả lập',
  'wrong-count': 'sai số lượng[: cần {expected}][, có {found}]',
  'wrong-order': 'sai thứ tự[: cần {expected}]',
  repeated: 'xuất hiện hai lần[, lần đầu ở {first}]',
  'nothing-allowed': 'không còn cặp trạm nào được phép gộp',
  'not-possible': 'không làm được[: {detail}]',
  'other-pack': 'được lập trên gói dữ liệu khác[: cần {expected}]',
  swapped: 'kinh độ và vĩ độ có vẻ bị đổi chỗ; đã đọc theo thứ tự ngược lại',
  'unknown-system': 'không nhận ra hệ tọa độ[: nhận {expected}]',
  'assumed-equipment': 'tệp không ghi thiết bị của {count} vị trí; dùng cấu hình thường gặp',
  'off-terrain': 'không có địa hình tại đây; địa hình phủ vĩ độ {south} đến {north}, kinh độ {west} đến {east}',
  'old-browser': 'trình duyệt này quá cũ để tính vùng phủ; hãy dùng {expected} trở lên',
  'one-site-only':
    'mô hình này tính cho đường truyền, xóm và từng vị trí cột; hãy chọn mô hình khác cho vùng phủ cả mạng',
  'more-problems': 'còn {count} lỗi nữa không liệt kê',
};

const en: Sentences = {
  'not-json': 'is not valid JSON[: {detail}]',
  'not-geojson': 'is not GeoJSON[: expected {expected}]',
  'missing-file': 'the file is missing',
  'empty-file': 'the file is empty: there is nothing to read',
  'missing-field': 'a required field is missing[: “{field}”]',
  'wrong-type': 'has the wrong type[: expected {expected}]',
  'not-one-of': 'must be one of the values allowed[: {allowed}]',
  'out-of-range': 'is outside the range allowed[, at least {min}][, at most {max}]',
  checksum: 'the content does not match the SHA-256 stated in the pack[: expected {expected}]',
  'duplicate-id': 'the id is used twice[, first at {first}]',
  'id-standing': 'the id is that of a standing site; a proposed mast needs another',
  'unknown-commune': 'the commune code is not in the register[ of {vintage}]',
  'missing-commune': 'a commune of the register[ of {vintage}] is missing',
  'wrong-vintage': 'belongs to other administrative units[: expected {expected}]',
  overlap: 'two areas overlap[ by {areaKm2} km²]',
  overlaps: '{count} pairs of areas overlap, by {areaKm2} km² in all',
  'bad-geometry': 'the geometry is not valid[: {detail}]',
  truncated: 'the file is cut short[: expected {expected} {unit}]',
  'not-this-format': 'is not in the format expected[: {expected}]',
  'outside-province': 'lies outside the province[, {distanceKm} km from its border]',
  'no-people': 'the hamlet has no people',
  'too-large': 'is too large[: at most {max} {unit}]',
  'partial-cover': 'covers only part of the province[: {share} %]',
  'voids-filled': 'void cells have been filled[: {count}]',
  'beyond-is-bare':
    'beyond the files the ground is bare, and no trees or houses are added there either: coverage looks better there than it is',
  'beyond-is-surface':
    'beyond the files the ground is a surface, and trees and houses are added there once more: coverage looks worse there than it is',
  'unknown-reference': 'refers to an id that does not exist[ in {expected}]',
  'not-nfc': 'names must be in Unicode form NFC',
  'outside-commune': 'lies outside the commune it is given[: {commune}]',
  gap: 'there is a gap between the areas[ of {areaKm2} km²]',
  'area-differs': 'its area, {areaKm2} km², is far from the official {officialKm2} km²',
  'unsafe-path': 'the path inside the archive is not safe',
  'synthetic-ground': 'the source has no terrain for {share} % of the area; synthetic ground stands in there',
  'wrong-count': 'is the wrong number[: expected {expected}][, found {found}]',
  'wrong-order': 'is out of order[: expected {expected}]',
  repeated: 'stands twice[, first at {first}]',
  'nothing-allowed': 'no pair of sites may be merged any more',
  'not-possible': "can't be done[: {detail}]",
  'other-pack': 'was made on another pack[: needs {expected}]',
  swapped: 'longitude and latitude seem to be swapped; they were read the other way round',
  'unknown-system': 'the reference system is not known[: these are {expected}]',
  'assumed-equipment': 'the file does not state the equipment of {count} sites; usual equipment is assumed',
  'off-terrain': 'has no terrain below it; the terrain covers latitude {south} to {north}, longitude {west} to {east}',
  'old-browser': 'this browser is too old to compute coverage; use {expected} or newer',
  'one-site-only': 'is for paths, hamlets and one site at a time; choose another model for the coverage of a network',
  'more-problems': '{count} more problems are not listed',
};

const sentences: Record<Language, Sentences> = { vi, en };
const locales: Record<Language, string> = { vi: 'vi-VN', en: 'en-GB' };

const fill = (template: string, values: Readonly<Record<string, string | number>>, language: Language): string => {
  const number = new Intl.NumberFormat(locales[language], { maximumFractionDigits: 3 });
  const text = (name: string): string | undefined => {
    const value = values[name];
    return typeof value === 'number' ? number.format(value) : value;
  };
  return template
    .replace(/\[([^\]]*)\]/g, (_, part: string) => {
      const names = [...part.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      return names.every((name) => text(name) !== undefined) ? part : '';
    })
    .replace(/\{(\w+)\}/g, (_, name: string) => text(name) ?? '');
};

/** What rule a problem breaks, in a sentence of the language with the problem's values filled in. */
export const ruleSentence = (problem: Problem, language: Language): string =>
  fill(sentences[language][problem.rule], problem.ruleValues ?? {}, language);

/** Where a problem is, with 'row 17' in words of the language; paths inside a file stay as they are. */
export const problemPlace = ({ place }: Pick<Problem, 'place'>, language: Language): string =>
  language === 'vi' ? place.replace(/^(?:row|line) (?=\d)/, 'dòng ') : place;

/** One line for a problem: file, place, what stands there, and the rule in words. */
export const describeProblem = (problem: Problem, language: Language): string => {
  const where = [problem.file, problemPlace(problem, language)].filter((part) => part !== '').join(': ');
  const value = problem.value === '' ? '' : ` «${problem.value}»`;
  return `${where}${value}: ${ruleSentence(problem, language)}`;
};
