/**
 * The one function of Papa Parse that core calls. Its own types need Node's, which would let this code use what Apps
 * Script has not.
 */
declare module 'papaparse/papaparse.min.js' {
  interface ParseConfig {
    readonly delimiter: string;
    /** Stop after so many rows; 0: read all. */
    readonly preview?: number;
    readonly quoteChar?: string;
  }
  interface ParseResult {
    readonly data: readonly (readonly string[])[];
    readonly errors: readonly { readonly type: string }[];
  }
  const papa: { parse(text: string, config: ParseConfig): ParseResult };
  export default papa;
}
