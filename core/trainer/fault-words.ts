/**
 * Why a colleague's mail was not followed, in words: a line of the letter that says so, and of the note beside the message
 * in the sheet. So they speak of the mail rather than to its writer.
 */
import type { Language, Localized } from '../language';
import { PRIORITY_WORDS } from '../sla/due-reason-words';
import { PRIORITIES } from '../workbook/choices';
import { commandShown } from './command-words';
import type { Disbelief, Misunderstanding, NoteReason } from './trainer-mail-types';

interface FaultWords {
  /** @param meant '' where no command is a slip away */
  unknownCommand(line: string, meant: string): string;
  noValue(line: string): string;
  takesNoValue(line: string): string;
  /** @param known '' where there is nothing to choose from */
  unknownValue(line: string, known: string): string;
  meansOne(line: string, meant: string): string;
  meansSeveral(line: string, meant: string): string;
  contradiction(line: string, other: string): string;
  commandBelow(line: string): string;
  notYours(line: string): string;
  readonly mayNotAnswer: string;
  readonly nothingWritten: string;
  nothingHeld(send: string): string;
  isSpam(open: string): string;
  merged(into: string): string;
  readonly nobodyToAnswer: string;
  quotesUs(line: string): string;
  /** @param result of the server, such as `dmarc=fail`; '' where it gave none */
  notVouchedFor(result: string): string;
  notTheOneAsked(asked: string): string;
  readonly reasons: Readonly<Record<NoteReason, string>>;
}

const WORDS: Localized<FaultWords> = {
  en: {
    unknownCommand: (line, meant) =>
      `“${line}” is not a command that we know. ${meant === '' ? 'If it is part of the text, the line must not begin with #.' : `Perhaps ${meant} was meant.`}`,
    noValue: (line) => `“${line}” needs something after it: a name, a day or a word.`,
    takesNoValue: (line) =>
      `“${line}”: this command stands alone on its line. Please write the answer on the lines below it.`,
    unknownValue: (line, known) =>
      `“${line}”: we do not understand what stands after the command.${known === '' ? '' : ` It can be, for example: ${known}.`}`,
    meansOne: (line, meant) => `“${line}”: perhaps “${meant}” was meant; please write it in full.`,
    meansSeveral: (line, meant) => `“${line}” can mean several things: ${meant}.`,
    contradiction: (line, other) => `“${other}” and “${line}” do not go together.`,
    commandBelow: (line) =>
      `“${line}” stands in the text, but commands work only at the very top, above a greeting too, each on a line of its own.`,
    notYours: (line) => `“${line}”: the role on the Team tab does not allow this in this ticket.`,
    mayNotAnswer:
      'The role on the Team tab does not allow answers in this ticket: it is somebody else’s, or nobody’s yet.',
    nothingWritten: 'There is no answer in it: only a quote, a signature, or a template that needs a text.',
    nothingHeld: (send) => `There is no answer waiting to be sent with ${send}.`,
    isSpam: (open) => `The ticket is marked as spam. To answer all the same, begin with ${open}.`,
    merged: (into) =>
      `The ticket was merged into ${into}, where somebody else is asking, so the text could reach the wrong person. Please answer in ${into}.`,
    nobodyToAnswer: 'The ticket has no address that an answer could go to.',
    quotesUs: (line) =>
      `The text contains something that is only for the team (“${line}”): a piece of our message, or a link to the spreadsheet. Please remove it and reply again.`,
    notVouchedFor: (result) =>
      `The mail server does not confirm that it was sent from this address${result === '' ? '' : ` (${result})`}.`,
    notTheOneAsked: (asked) => `It answers a message that we had sent to somebody else: ${asked}.`,
    reasons: {
      'said-so': 'A note for the team.',
      'not-signed':
        'It does not answer the message in which we sent this ticket, so it stays with the team as a note.',
      'written-to-others':
        'It was written to somebody else with a copy to us, so it stays with the team as a note.',
      forwarded: 'It forwards our message about this ticket, so it stays with the team as a note.',
      'answers-our-question':
        'We had asked about an address, and this is not a plain “yes”: it stays with the team, and the address is not confirmed.',
    },
  },
  pl: {
    unknownCommand: (line, meant) =>
      `„${line}” to nieznane polecenie. ${meant === '' ? 'Jeśli to zwykły tekst, wiersz nie może zaczynać się od znaku #.' : `Może chodziło o ${meant}?`}`,
    noValue: (line) => `Po „${line}” czegoś brakuje: osoby, dnia albo słowa.`,
    takesNoValue: (line) =>
      `„${line}”: to polecenie stoi w wierszu samo. Odpowiedź trzeba napisać w wierszach pod nim.`,
    unknownValue: (line, known) =>
      `„${line}”: nie rozumiemy, co stoi po nazwie polecenia.${known === '' ? '' : ` Może tam być na przykład: ${known}.`}`,
    meansOne: (line, meant) => `„${line}”: może chodziło o „${meant}”? Trzeba to napisać w całości.`,
    meansSeveral: (line, meant) => `„${line}” można rozumieć różnie: ${meant}.`,
    contradiction: (line, other) => `„${other}” i „${line}” nie da się połączyć.`,
    commandBelow: (line) =>
      `„${line}” jest wewnątrz tekstu, a polecenia działają tylko na samej górze, jeszcze przed powitaniem, każde w osobnym wierszu.`,
    notYours: (line) => `„${line}”: rola na karcie Zespół nie pozwala na to w tym zgłoszeniu.`,
    mayNotAnswer:
      'Rola na karcie Zespół nie pozwala odpowiadać w tym zgłoszeniu: prowadzi je ktoś inny albo jeszcze nikt.',
    nothingWritten:
      'Nie ma w niej odpowiedzi: jest tylko cytat, podpis albo szablon, do którego trzeba coś napisać.',
    nothingHeld: (send) => `Żadna odpowiedź nie czeka na wysłanie poleceniem ${send}.`,
    isSpam: (open) =>
      `Zgłoszenie jest oznaczone jako spam. Żeby mimo to odpowiedzieć, trzeba zacząć od ${open}.`,
    merged: (into) =>
      `Zgłoszenie scalono z ${into}, a tam pyta ktoś inny, więc tekst mógłby trafić do niewłaściwej osoby. Prosimy odpowiedzieć w ${into}.`,
    nobodyToAnswer: 'W zgłoszeniu nie ma adresu, na który mogłaby pójść odpowiedź.',
    quotesUs: (line) =>
      `W tekście zostało coś, co jest tylko dla zespołu („${line}”): kawałek naszej wiadomości albo link do arkusza. Prosimy to usunąć i odpowiedzieć jeszcze raz.`,
    notVouchedFor: (result) =>
      `Serwer poczty nie potwierdził, że wiadomość wysłano z tego adresu${result === '' ? '' : ` (${result})`}.`,
    notTheOneAsked: (asked) => `To odpowiedź na wiadomość, którą wysłaliśmy do kogoś innego: ${asked}.`,
    reasons: {
      'said-so': 'Notatka dla zespołu.',
      'not-signed':
        'To nie jest odpowiedź na wiadomość, w której wysłaliśmy to zgłoszenie, więc zostaje w zespole jako notatka.',
      'written-to-others':
        'Wiadomość napisano do kogoś innego, a my dostaliśmy kopię, więc zostaje w zespole jako notatka.',
      forwarded: 'To nasza wiadomość o zgłoszeniu, przesłana dalej, więc zostaje w zespole jako notatka.',
      'answers-our-question':
        'Pytaliśmy o adres, a to nie jest zwykłe „tak”: wiadomość zostaje w zespole, a adres nie jest potwierdzony.',
    },
  },
  uk: {
    unknownCommand: (line, meant) =>
      `«${line}» — невідома команда. ${meant === '' ? 'Якщо це звичайний текст, рядок не може починатися зі знака #.' : `Можливо, ішлося про ${meant}?`}`,
    noValue: (line) => `Після «${line}» чогось бракує: імені, дня чи слова.`,
    takesNoValue: (line) =>
      `«${line}»: ця команда стоїть у рядку сама. Відповідь треба писати в рядках під нею.`,
    unknownValue: (line, known) =>
      `«${line}»: незрозуміло, що стоїть після команди.${known === '' ? '' : ` Там може бути, наприклад: ${known}.`}`,
    meansOne: (line, meant) => `«${line}»: можливо, ішлося про «${meant}»? Це треба написати повністю.`,
    meansSeveral: (line, meant) => `«${line}» можна зрозуміти по-різному: ${meant}.`,
    contradiction: (line, other) => `«${other}» і «${line}» не можна поєднати.`,
    commandBelow: (line) =>
      `«${line}» стоїть усередині тексту, а команди діють лише на самому початку, ще перед привітанням, кожна в окремому рядку.`,
    notYours: (line) => `«${line}»: роль на вкладці «Команда» не дозволяє цього в цьому зверненні.`,
    mayNotAnswer:
      'Роль на вкладці «Команда» не дозволяє відповідати в цьому зверненні: його веде хтось інший або ще ніхто.',
    nothingWritten: 'У листі немає відповіді: лише цитата, підпис або шаблон, до якого треба щось написати.',
    nothingHeld: (send) => `Жодна відповідь не чекає на надсилання командою ${send}.`,
    isSpam: (open) => `Звернення позначено як спам. Щоб усе ж відповісти, треба почати з ${open}.`,
    merged: (into) =>
      `Звернення об’єднано з ${into}, а там питає інша людина, тож текст міг би потрапити не до тієї людини. Просимо відповісти в ${into}.`,
    nobodyToAnswer: 'У зверненні немає адреси, на яку могла б піти відповідь.',
    quotesUs: (line) =>
      `У тексті лишилося те, що призначено тільки для команди («${line}»): шматок нашого листа або посилання на таблицю. Просимо прибрати це й відписати ще раз.`,
    notVouchedFor: (result) =>
      `Поштовий сервер не підтвердив, що лист надіслано саме з цієї адреси${result === '' ? '' : ` (${result})`}.`,
    notTheOneAsked: (asked) => `Це відповідь на лист, який ми надіслали комусь іншому: ${asked}.`,
    reasons: {
      'said-so': 'Нотатка для команди.',
      'not-signed':
        'Лист не є відповіддю на той, у якому ми надіслали це звернення, тож він лишається в команді як нотатка.',
      'written-to-others':
        'Лист написано комусь іншому, а ми отримали копію, тож він лишається в команді як нотатка.',
      forwarded: 'Це наш лист про звернення, пересланий далі, тож він лишається в команді як нотатка.',
      'answers-our-question':
        'Ми питали про адресу, а це не просте «так»: лист лишається в команді, адресу не підтверджено.',
    },
  },
};

export function misunderstandingWords(fault: Misunderstanding, language: Language): string {
  const say = WORDS[language];
  switch (fault.kind) {
    case 'unknown-command':
      return say.unknownCommand(fault.line, listed(fault.meant, language));
    case 'no-value':
      return say.noValue(fault.line);
    case 'takes-no-value':
      return say.takesNoValue(fault.line);
    case 'unknown-value':
      return say.unknownValue(fault.line, listed(fault.known, language));
    case 'ambiguous-value':
      return fault.meant.length === 1
        ? say.meansOne(fault.line, listed(fault.meant, language))
        : say.meansSeveral(fault.line, listed(fault.meant, language));
    case 'contradiction':
      return say.contradiction(fault.line, fault.other);
    case 'command-below':
      return say.commandBelow(fault.line);
    case 'not-yours':
      return fault.line === '' ? say.mayNotAnswer : say.notYours(fault.line);
    case 'nothing-written':
      return say.nothingWritten;
    case 'nothing-held':
      return say.nothingHeld(commandShown('send', language));
    case 'not-open':
      return say.isSpam(commandShown('open', language));
    case 'merged':
      return say.merged(fault.into);
    case 'nobody-to-answer':
      return say.nobodyToAnswer;
    case 'quotes-us':
      return say.quotesUs(fault.line);
  }
}

export function disbeliefWords(disbelief: Disbelief, language: Language): string {
  const say = WORDS[language];
  switch (disbelief.kind) {
    case 'not-vouched-for':
      return say.notVouchedFor(resultIn(disbelief.why));
    case 'not-the-one-asked':
      return say.notTheOneAsked(disbelief.asked.name);
  }
}

export function noteReasonWords(reason: NoteReason, language: Language): string {
  return WORDS[language].reasons[reason];
}

/** What whoever looks after the mailbox can look up. The rest of the verdict's reason is English, for logs. */
function resultIn(why: string): string {
  return /\b(?:dmarc|dkim)=[a-z]+/.exec(why)?.[0] ?? '';
}

/** A team or a list of templates may be long. */
const MOST_LISTED = 12;

function listed(values: readonly string[], language: Language): string {
  const shown = values.slice(0, MOST_LISTED).map((value) => {
    const priority = PRIORITIES.find((word) => word === value);
    return priority === undefined ? value : PRIORITY_WORDS[language][priority];
  });
  return shown.join(', ') + (values.length > MOST_LISTED ? ', …' : '');
}
