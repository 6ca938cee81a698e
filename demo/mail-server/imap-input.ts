/**
 * Cuts what a client sends into commands. A command is a line in which literals may stand: `{n}` or `{n+}` at
 * the end of a line, followed by n bytes of anything (RFC 3501 4.3, RFC 7888).
 */
export type Segment = { kind: 'line'; text: string } | { kind: 'literal'; bytes: Buffer };

const longestLine = 8 * 1024 * 1024;
const longestLiteral = 256 * 1024 * 1024;

export interface InputEvents {
  /** A literal without `+` waits for our leave to be sent. */
  onContinue(): void;
  onCommand(segments: Segment[]): void;
  onTooLong(): void;
}

export class ImapInput {
  private segments: Segment[] = [];
  private linePieces: Buffer[] = [];
  private lineLength = 0;
  private literalPieces: Buffer[] = [];
  private literalMissing = 0;

  constructor(private readonly events: InputEvents) {}

  feed(chunk: Buffer): void {
    let rest = chunk;
    while (rest.length > 0) {
      rest = this.literalMissing > 0 ? this.takeLiteral(rest) : this.takeLine(rest);
    }
  }

  private takeLiteral(chunk: Buffer): Buffer {
    const taken = chunk.subarray(0, this.literalMissing);
    this.literalPieces.push(taken);
    this.literalMissing -= taken.length;
    if (this.literalMissing === 0) this.endLiteral();
    return chunk.subarray(taken.length);
  }

  private endLiteral(): void {
    this.segments.push({ kind: 'literal', bytes: Buffer.concat(this.literalPieces) });
    this.literalPieces = [];
  }

  private takeLine(chunk: Buffer): Buffer {
    const end = chunk.indexOf(0x0a);
    const piece = end < 0 ? chunk : chunk.subarray(0, end);
    this.linePieces.push(piece);
    this.lineLength += piece.length;
    if (this.lineLength > longestLine) {
      this.events.onTooLong();
      return Buffer.alloc(0);
    }
    if (end < 0) return Buffer.alloc(0);
    this.endLine(Buffer.concat(this.linePieces).toString('latin1').replace(/\r$/, ''));
    return chunk.subarray(end + 1);
  }

  private endLine(line: string): void {
    this.linePieces = [];
    this.lineLength = 0;
    const literal = /\{(\d{1,12})(\+?)\}$/.exec(line);
    if (literal === null) {
      const command = [...this.segments, { kind: 'line' as const, text: line }];
      this.segments = [];
      this.events.onCommand(command);
      return;
    }
    this.segments.push({ kind: 'line', text: line.slice(0, literal.index) });
    this.literalMissing = Number(literal[1]);
    if (this.literalMissing > longestLiteral) {
      this.literalMissing = 0;
      this.events.onTooLong();
      return;
    }
    if (literal[2] === '') this.events.onContinue();
    if (this.literalMissing === 0) this.endLiteral();
  }
}
