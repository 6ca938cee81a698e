/** Who of the invented people writes what to whom, and what lies in their mailboxes. */
import { addressKey } from '../core/mail/addresses';
import type { Mailbox } from '../core/mail/mail';
import type { Instant } from '../core/time/instant';
import { RequestRefused } from '../local-sheet/page/http-answers';
import { foldQuote } from './folding';
import { AWAY, handedOn } from './handed-on';
import { type ReadLetter, readLetter, type Writing } from './letter-box';
import { letterFiles } from './letter-files';
import type { EnclosedFile } from './letter-html';
import { addressIn, type Letter, type Letters } from './page/letters';
import type { WriteRequest } from './page/protocol';
import type { Person } from './people';
import { answerSubject, type Quotable, quoted } from './quoting';
import { SUPPORT_ADDRESS, SUPPORT_MAILBOX, type World } from './world';

export interface Correspondence {
  /** Puts what came for somebody into that mailbox. */
  receive(address: string, raw: Buffer, at: Instant): Promise<ReadLetter>;
  /** Sends what the newcomer wrote. @returns its Message-ID. @throws RequestRefused with a sentence for people */
  write(request: WriteRequest): Promise<string>;
  /** A letter to support. @returns its Message-ID */
  ask(from: string, letter: Asking, answers: Quotable | null): Promise<string>;
}

export interface Asking {
  readonly subject: string;
  readonly text: string;
  readonly files?: readonly EnclosedFile[];
}

export interface CorrespondenceOptions {
  readonly people: readonly Person[];
  readonly letters: Letters;
  /** The participant's mail that the shared mailbox would answer in the ticket of this letter; null: there is none. */
  readonly toAnswer: (letter: Letter) => Promise<ReadLetter | null>;
}

export function openCorrespondence(
  world: World,
  { people, letters, toAnswer }: CorrespondenceOptions,
): Correspondence {
  const ownerOf = (address: string): Person | null => {
    const key = addressKey(address);
    return (
      people.find((person) => person.address === key) ??
      people.find(({ accounts }) => accounts.phone === key) ??
      null
    );
  };
  const named = (address: string): Mailbox => {
    const name = ownerOf(address)?.name ?? (address === SUPPORT_ADDRESS ? SUPPORT_MAILBOX.name : '');
    return { name, address };
  };

  async function post(person: Person, writing: Writing, to: Mailbox): Promise<string> {
    const sent = await world.letterBox.send({ ...writing, to });
    const { files = [], cc = [], answers, isAutomatic = false } = writing;
    letters.add({
      of: person.address,
      messageId: sent.messageId,
      references: [...sent.references],
      direction: 'out',
      from: shown(writing.from),
      replyTo: '',
      to: to.address,
      cc: cc.map(({ address }) => address),
      subject: writing.subject,
      text: writing.text,
      quote: answers?.quote ?? '',
      files: files.map(({ name, type, bytes }) => ({ name, type, bytes: bytes.length })),
      at: sent.at,
      automatic: isAutomatic,
      raw: sent.raw.toString('base64'),
    });
    if (writing.from.address === SUPPORT_ADDRESS) world.mail.fileSent(SUPPORT_ADDRESS, sent.raw);
    return sent.messageId;
  }

  /** The answer of somebody who has opened the shared mailbox itself. */
  async function fromShared(person: Person, request: WriteRequest, answered: Letter | null): Promise<string> {
    const asked = answered === null ? null : await toAnswer(answered);
    if (asked?.replyTo == null)
      throw new RequestRefused(409, 'The shared mailbox has no mail of a participant to answer here.');
    const writing: Writing = {
      from: SUPPORT_MAILBOX,
      subject: answerSubject(asked.subject),
      text: request.text,
      files: received(request),
      answers: quoted(asked, person.language, world),
    };
    return post(person, writing, asked.replyTo);
  }

  async function answering(
    person: Person,
    from: Mailbox,
    request: WriteRequest,
    answered: Letter,
  ): Promise<string> {
    const { language } = person;
    const quotable = { ...answered, text: wholeText(answered) };
    const answers = { messageId: answered.messageId, references: answered.references, quote: '' };
    switch (request.how) {
      case 'away': {
        const { subject, text } = AWAY[language];
        const writing = { from, subject: subject(answered.subject), text, answers, isAutomatic: true };
        // To whoever sent it, and not to where answers are wanted (RFC 3834 §4).
        return post(person, writing, named(addressIn(answered.from)));
      }
      case 'forward': {
        const files = [...(await letterFiles(rawOf(answered))), ...received(request)];
        const passedOn = handedOn(quotable, request.text, language, world);
        return post(person, { from, ...passedOn, files, answers }, SUPPORT_MAILBOX);
      }
      case 'reply':
      case 'reply-all': {
        const { to, cc } = addressees(answered, person, request);
        const writing: Writing = {
          from,
          cc: cc.map(named),
          subject: answerSubject(answered.subject),
          text: request.text,
          files: received(request),
          answers: quoted(quotable, language, world),
          isTrue: request.account !== 'stranger',
        };
        return post(person, writing, named(to));
      }
    }
  }

  return {
    async receive(address, raw, at) {
      const letter = await readLetter(raw, at);
      const owner = ownerOf(address);
      if (owner === null) return letter;
      letters.add({
        of: owner.address,
        messageId: letter.messageId,
        references: [...letter.references],
        direction: 'in',
        from: letter.from,
        replyTo: letter.replyTo?.address ?? '',
        to: letter.to[0]?.address ?? address,
        cc: [...letter.to.slice(1), ...letter.cc].map((mailbox) => mailbox.address),
        subject: letter.subject,
        ...foldQuote(letter.text),
        files: letter.files.map(({ filename, type, size }) => ({ name: filename, type, bytes: size })),
        at,
        automatic: letter.automatic,
        raw: raw.toString('base64'),
      });
      return letter;
    },
    async write(request) {
      const person = people.find(({ address }) => address === request.from);
      const account = person?.accounts[request.account];
      if (!person || account === undefined)
        throw new RequestRefused(400, 'Nobody in this demo has that address.');
      const answered = request.answers === undefined ? null : letters.find(person.address, request.answers);
      if (request.answers !== undefined && answered === null)
        throw new RequestRefused(404, 'The letter that is answered is no longer there. Reload the page.');
      if (answered !== null) letters.markRead(person.address, [answered.messageId]);
      if (request.account === 'shared') return fromShared(person, request, answered);
      const from = { name: person.name, address: account };
      if (answered !== null) return answering(person, from, request, answered);
      const to = recipientOf(person, request);
      const copies = request.copiesSupport && to !== SUPPORT_ADDRESS ? [SUPPORT_MAILBOX] : [];
      const { subject, text } = request;
      return post(person, { from, cc: copies, subject, text, files: received(request) }, named(to));
    },
    async ask(from, { subject, text, files = [] }, answers) {
      const person = people.find(({ address }) => address === from);
      if (!person) throw new Error(`The demo has nobody at ${from}.`);
      const { name, language } = person;
      const quote = answers === null ? null : quoted(answers, language, world);
      const writing = {
        from: { name, address: from },
        subject,
        text,
        files,
        ...(quote && { answers: quote }),
      };
      return post(person, writing, SUPPORT_MAILBOX);
    },
  };
}

function recipientOf(person: Person, { to = SUPPORT_ADDRESS }: WriteRequest): string {
  if (to === SUPPORT_ADDRESS || person.contacts.some(({ address }) => address === to)) return to;
  throw new RequestRefused(400, 'Nobody in this demo has that address.');
}

export interface Addressees {
  readonly to: string;
  readonly cc: readonly string[];
}

/** As "Reply" and "Reply to all" of a mail program have it. */
export function addressees(
  letter: Pick<Letter, 'direction' | 'from' | 'replyTo' | 'to'> & { readonly cc: readonly string[] },
  { accounts }: Pick<Person, 'accounts'>,
  { how, copiesSupport }: Pick<WriteRequest, 'how' | 'copiesSupport'>,
): Addressees {
  const own = new Set(Object.values(accounts).filter((address) => address !== accounts.shared));
  const to = letter.direction === 'out' ? letter.to : letter.replyTo || addressIn(letter.from);
  const everybody = how === 'reply-all' ? [letter.to, ...letter.cc] : [];
  const copies = new Set([...everybody, ...(copiesSupport ? [SUPPORT_ADDRESS] : [])]);
  copies.delete(to);
  // A signed address of support is support.
  if (to.replace(/\+[^@]*/, '') === SUPPORT_ADDRESS) copies.delete(SUPPORT_ADDRESS);
  return { to, cc: [...copies].filter((address) => !own.has(address)) };
}

const shown = ({ name, address }: Mailbox): string => `${name} <${address}>`;

function wholeText({ text, quote }: Letter): string {
  return quote === '' ? text : `${text}\n\n${quote}`;
}

export function rawOf({ raw }: Letter): Buffer {
  return Buffer.from(raw, 'base64');
}

function received({ files }: WriteRequest): EnclosedFile[] {
  return files.map(({ name, type, data }) => ({ name, type, bytes: Buffer.from(data, 'base64') }));
}
