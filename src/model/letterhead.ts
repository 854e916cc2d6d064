/**
 * Who issues the report, as the head and foot of an official document have it. Empty texts are left to be filled by hand.
 * Names are in their own case; the head writes them in capitals.
 */
export interface Letterhead {
  /** The body above the issuing office. */
  parentBody: string;
  office: string;
  /** The document's number; its symbol follows: '12' and 'BC-STTTT'. */
  number: string;
  symbol: string;
  place: string;
  /** ISO 8601; empty leaves day and month open. */
  date: string;
  /** Office of the signer: 'Giám đốc'. */
  signerTitle: string;
  signerName: string;
  recipients: readonly string[];
}
