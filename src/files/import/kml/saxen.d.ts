declare module 'saxen' {
  /** Reads text as XML from its start to its end and calls back for what it meets. */
  export class Parser {
    on(event: 'openTag', callback: (name: string, attributes: () => Record<string, string>) => void): this;
    on(event: 'closeTag', callback: (name: string) => void): this;
    on(event: 'text', callback: (text: string, decode: (text: string) => string) => void): this;
    on(event: 'cdata', callback: (text: string) => void): this;
    on(event: 'attention', callback: (text: string) => void): this;
    /** Called for what makes it no XML, and for what only spoils it; without the first, an error is thrown. */
    on(event: 'error' | 'warn', callback: (error: Error, context: () => { line: number }) => void): this;
    parse(text: string): this;
  }
}
