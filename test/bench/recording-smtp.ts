import { createServer, type Socket } from 'node:net';
import { resetNow } from './reset';

export interface RecordedMail {
  from: string;
  to: string[];
  raw: Buffer;
  /**
   * The client may not know that it was taken: no answer was given, or the connection ended and not one more command
   * had come, by which the client shows that it has read the answer.
   */
  toldNobody: boolean;
}

/** A reply of 5xx. */
export interface PermanentRefusal {
  at: Moment;
  /** Recipient of the envelope; null: it came before one was named. */
  to: string | null;
  reply: string;
}

/** A mail whose text the server has asked for. */
interface Handover {
  readonly to: readonly string[];
  taken: boolean;
  /** It was answered, and the client has shown by its next command that it has read that. */
  settled: boolean;
}

/** Where in the conversation something else than consent happens; `dot` is after the mail's last line. */
type Moment = 'connect' | 'auth' | 'mail' | 'rcpt' | 'data' | 'dot';

/**
 * One thing to do otherwise: answer with a reply line (`451 4.3.0 try later`), hang up, or fall silent. `keeps`
 * says whether the mail was taken all the same, which the client cannot know when no answer comes.
 */
export type Mishap =
  | { at: Moment; reply: string }
  | { at: Exclude<Moment, 'dot'>; hangUp: 'FIN' | 'RST' | 'silence' }
  | { at: 'dot'; hangUp: 'FIN' | 'RST' | 'silence'; keeps: boolean };

export interface RecordingSmtp {
  host: '127.0.0.1';
  port: number;
  /** What was taken, in the order in which it was. */
  mails: RecordedMail[];
  /** Where it has refused for good. */
  refusals: PermanentRefusal[];
  /**
   * Recipients of the mails that it asked the text of (354) and did not take, for all that the client may know: the
   * connection was lost or silent, or what the server said has perhaps not been read.
   */
  leftOpen(): string[];
  /** Mishaps to play one after the other, one for each connection or mail; after them all is accepted again. */
  play(...mishaps: Mishap[]): void;
  /** Forgets the mishaps that have not happened. */
  forgive(): void;
  /** Mishaps that are still to happen. */
  pending(): number;
  /** Resets the connections that were left in silence. */
  breakSilence(): void;
  stop(): Promise<void>;
}

/** An SMTP server that takes everything, remembers it, and fails as it is told to. */
export async function startRecordingSmtp(
  options: {
    /** Called with each mail when it is taken, as a provider files its copy. */
    readonly onTaken?: (mail: RecordedMail) => void;
  } = {},
): Promise<RecordingSmtp> {
  const mails: RecordedMail[] = [];
  const refusals: PermanentRefusal[] = [];
  const handovers: Handover[] = [];
  const mishaps: Mishap[] = [];
  const sockets = new Set<Socket>();
  const conversations = new Set<Conversation>();
  const take = (mail: RecordedMail) => {
    mails.push(mail);
    options.onTaken?.(mail);
  };
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    const conversation = new Conversation(socket, { mishaps, take, refusals, handovers });
    conversations.add(conversation);
    socket.on('close', () => {
      sockets.delete(socket);
      conversations.delete(conversation);
      conversation.ended();
    });
    socket.on('error', () => undefined);
    conversation.begin();
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('the server got no TCP port'));
      else resolve(address.port);
    });
  });
  return {
    host: '127.0.0.1',
    port,
    mails,
    refusals,
    leftOpen: () => handovers.filter(({ taken, settled }) => !taken && !settled).flatMap(({ to }) => [...to]),
    play: (...more) => {
      mishaps.push(...more);
    },
    forgive: () => {
      mishaps.length = 0;
    },
    pending: () => mishaps.length,
    breakSilence: () => {
      for (const conversation of conversations) conversation.breakSilence();
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

const endOfData = Buffer.from('\r\n.\r\n');

interface Notebook {
  readonly mishaps: Mishap[];
  readonly take: (mail: RecordedMail) => void;
  readonly refusals: PermanentRefusal[];
  readonly handovers: Handover[];
}

class Conversation {
  private line = '';
  private inData = false;
  /** The line break that ended DATA's line may belong to the dot of an empty mail. */
  private data: Buffer[] = [];
  private dataTail = Buffer.alloc(0);
  private from = '';
  private to: string[] = [];
  private silent = false;
  private count = 0;
  /** Taken, and nothing has been heard since. */
  private unheard: RecordedMail | null = null;
  /** The text has been asked for. */
  private handover: Handover | null = null;
  /** And what came of it has been said. */
  private isAnswered = false;

  constructor(
    private readonly socket: Socket,
    private readonly notebook: Notebook,
  ) {}

  ended(): void {
    if (this.unheard !== null) this.unheard.toldNobody = true;
  }

  breakSilence(): void {
    if (this.silent) resetNow(this.socket);
  }

  begin(): void {
    this.socket.on('data', (chunk) => this.hear(chunk));
    this.consent('connect', '220 bench.test ESMTP');
  }

  private hear(chunk: Buffer): void {
    if (this.silent) return;
    if (this.inData) {
      this.hearData(chunk);
      return;
    }
    this.line += chunk.toString('latin1');
    for (;;) {
      const end = this.line.indexOf('\r\n');
      if (end < 0) return;
      const command = this.line.slice(0, end);
      this.line = this.line.slice(end + 2);
      this.obey(command);
      if (this.inData && this.line !== '') {
        const early = Buffer.from(this.line, 'latin1');
        this.line = '';
        this.hearData(early);
        return;
      }
    }
  }

  private obey(command: string): void {
    const verb = command.slice(0, 4).toUpperCase();
    // By RSET a client clears up before it has noted what it read (nodemailer, after a refusal).
    if (verb !== 'RSET') this.settle();
    if (verb === 'EHLO') this.say('250-bench.test\r\n250-8BITMIME\r\n250-AUTH PLAIN\r\n250 SIZE 104857600');
    else if (verb === 'HELO' || verb === 'NOOP' || verb === 'RSET') this.say('250 2.0.0 fine');
    else if (verb === 'AUTH') this.consent('auth', '235 2.7.0 welcome');
    else if (verb === 'MAIL') {
      this.from = addressIn(command);
      this.to = [];
      this.consent('mail', '250 2.1.0 fine');
    } else if (verb === 'RCPT') {
      const to = addressIn(command);
      this.consent('rcpt', '250 2.1.5 fine', () => this.to.push(to), [to]);
    } else if (verb === 'DATA') {
      this.consent('data', '354 go on', () => {
        this.inData = true;
        this.handover = { to: this.to, taken: false, settled: false };
        this.isAnswered = false;
        this.notebook.handovers.push(this.handover);
        this.data = [];
        this.dataTail = Buffer.from('\r\n');
      });
    } else if (verb === 'QUIT') {
      this.say('221 2.0.0 bye');
      this.socket.end();
    } else this.say('502 5.5.1 not known here');
  }

  private hearData(chunk: Buffer): void {
    // The end may lie across two chunks, so the last bytes of the one before are looked at again.
    const seen = Buffer.concat([this.dataTail, chunk]);
    const end = seen.indexOf(endOfData);
    this.data.push(chunk);
    if (end < 0) {
      this.dataTail = seen.subarray(-(endOfData.length - 1));
      return;
    }
    const after = seen.length - end - endOfData.length;
    const whole = Buffer.concat(this.data);
    const text = whole.subarray(0, whole.length - after - '.\r\n'.length);
    this.line = whole.subarray(whole.length - after).toString('latin1');
    this.inData = false;
    this.finish(unstuffed(text));
  }

  private finish(raw: Buffer): void {
    const mail = { from: this.from, to: this.to, raw, toldNobody: false };
    const [next] = this.notebook.mishaps;
    if (next?.at === 'dot' && 'hangUp' in next && next.keeps) {
      mail.toldNobody = true;
      this.takes(mail);
    }
    this.count += 1;
    this.isAnswered = this.consent('dot', `250 2.0.0 taken as ${this.count}`, () => {
      this.unheard = mail;
      this.takes(mail);
    });
  }

  private takes(mail: RecordedMail): void {
    if (this.handover !== null) this.handover.taken = true;
    this.notebook.take(mail);
  }

  /** The client goes on: it has read what it was told. */
  private settle(): void {
    this.unheard = null;
    if (this.handover !== null && this.isAnswered) this.handover.settled = true;
  }

  /**
   * Says yes and does it, unless the next mishap is due at this moment.
   * @returns whether anything was said
   */
  private consent(
    at: Moment,
    yes: string,
    act: () => void = () => undefined,
    concerned: readonly string[] = this.to,
  ): boolean {
    const { mishaps, refusals } = this.notebook;
    const [mishap] = mishaps;
    if (mishap?.at !== at) {
      act();
      this.say(yes);
      return true;
    }
    mishaps.shift();
    if ('reply' in mishap) {
      const { reply } = mishap;
      if (reply.startsWith('5')) {
        for (const to of concerned.length > 0 ? concerned : [null]) refusals.push({ at, to, reply });
      }
      this.say(reply);
      return true;
    }
    if (mishap.hangUp === 'FIN') this.socket.end();
    else if (mishap.hangUp === 'RST') resetNow(this.socket);
    else this.silent = true;
    return false;
  }

  private say(reply: string): void {
    if (this.socket.writable) this.socket.write(`${reply}\r\n`);
  }
}

function addressIn(command: string): string {
  return /<([^>]*)>/.exec(command)?.[1] ?? '';
}

/** Takes back the dot that the client put before every line that begins with one (RFC 5321 4.5.2). */
function unstuffed(text: Buffer): Buffer {
  return Buffer.from(text.toString('latin1').replace(/^\.|(?<=\r\n)\./g, ''), 'latin1');
}
