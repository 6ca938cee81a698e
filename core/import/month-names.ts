/** Months as they stand in dates, in any case and shortened: `26 listopada`, `listopad`, `lis`, `Nov.`, `листоп.`. */
import { folded } from '../words/folded';

const NAMES: readonly string[] = [
  'january styczen stycznia січень січня',
  'february luty lutego лютии лютого',
  'march marzec marca березень березня',
  'april kwiecien kwietnia квітень квітня',
  'may maj maja травень травня',
  'june czerwiec czerwca червень червня',
  'july lipiec lipca липень липня',
  'august sierpien sierpnia серпень серпня',
  'september sept wrzesien wrzesnia вересень вересня',
  'october pazdziernik pazdziernika жовтень жовтня',
  'november listopad listopada листопад листопада',
  'december grudzien grudnia грудень грудня',
];

const NAMED = NAMES.flatMap((words, index) => words.split(' ').map((name) => ({ name, month: index + 1 })));
const SHORTEST = 3;

/** 1 to 12; null for another word, and for a beginning that two months share. */
export function monthNamed(word: string): number | null {
  const written = folded(word);
  if (written.length < SHORTEST) return null;
  const found = new Set(NAMED.filter(({ name }) => name.startsWith(written)).map(({ month }) => month));
  const [month] = Array.from(found);
  return found.size === 1 ? (month ?? null) : null;
}
