import Papa from 'papaparse';
import { limits } from '../../limits.ts';
import { refuse } from '../../problem-list.ts';
import { type CsvDialect, csvDialect } from './csv-dialect.ts';

interface ParsedPiece {
  data: string[][];
  errors: readonly { type: string; message: string; row?: number }[];
  meta: { cursor: number };
}

/** Characters of the start that tell the delimiter. */
const startCharacters = 64 * 1024;

/** Rows of a table of text that comes piece by piece; the delimiter is found in the first. */
export class CsvRows {
  readonly grid: string[][] = [];
  readonly #file: string;
  #dialect: CsvDialect | null = null;
  #cells = 0;
  /** Text of a row whose end has not come yet. */
  #carried = '';
  /** A carriage return at a piece's end may have its line feed in the next. */
  #held = '';

  constructor(file: string) {
    this.#file = file;
  }

  /**
   * Takes more text. Throws InputError for zero bytes, a quote that is never closed, and what goes beyond the limits.
   * `isCut`: the text ends where no more is wanted, which may be inside a row.
   */
  take(given: string, isLast: boolean, isCut = false): void {
    if (given.includes('\0')) throw this.#notCsv('', '');
    const whole = this.#held + given;
    this.#held = !isLast && whole.endsWith('\r') ? '\r' : '';
    const text = whole.slice(0, whole.length - this.#held.length).replace(/\r\n?/g, '\n');
    this.#dialect ??= csvDialect(text.slice(0, startCharacters));
    const { delimiter, preface } = this.#dialect;
    const input = this.#carried + text.slice(preface);
    this.#dialect = { delimiter, preface: 0 };
    const isEnd = isLast && !isCut;
    const piece = new Papa.Parser({ delimiter, newline: '\n' }).parse(input, 0, !isEnd) as ParsedPiece;
    const broken = piece.errors.find(
      ({ type, row }) => type === 'Quotes' && (isEnd || (row !== undefined && row < piece.data.length)),
    );
    if (broken) throw this.#notCsv(`row ${this.grid.length + (broken.row ?? 0) + 1}`, broken.message);
    this.#carried = isLast ? '' : input.slice(piece.meta.cursor);
    if (this.#carried.length > limits.rowCharacters) {
      throw this.#notCsv(`row ${this.grid.length + piece.data.length + 1}`, this.#carried.slice(0, 40));
    }
    for (const row of piece.data) this.#add(row);
  }

  #add(row: string[]): void {
    this.grid.push(row);
    this.#cells += row.length;
    const place = `row ${this.grid.length}`;
    const refuseMore = (found: number, max: number, unit: string): Error =>
      refuse({ file: this.#file, place, value: `${found} ${unit}`, rule: 'too-large', ruleValues: { max, unit } });
    if (row.length > limits.tableColumns) throw refuseMore(row.length, limits.tableColumns, 'columns');
    if (this.#cells > limits.tableCells) throw refuseMore(this.#cells, limits.tableCells, 'cells');
  }

  #notCsv(place: string, value: string): Error {
    return refuse({ file: this.#file, place, value, rule: 'not-this-format', ruleValues: { expected: 'CSV' } });
  }
}
