/** What kind of mail it is, and whether a program may answer it. The rules are data: classify-rules. */
import type { ClassifyContext, MailClass } from './classify-rules';
import { CLASS_RULES } from './classify-rules';
import type { Mail } from './mail';

export interface Classification {
  readonly class: MailClass;
  /** An absence notice: neither reopens a ticket nor counts as an answer. */
  readonly outOfOffice: boolean;
  readonly autoReplyAllowed: boolean;
  /** Names of the rules that applied, the one that decided first. */
  readonly reasons: readonly string[];
}

/** When several apply: a bounce also has an empty Return-Path, a list mail may be an answer of a robot. */
const STRONGEST_FIRST: readonly MailClass[] = ['loop', 'report', 'bounce', 'auto-reply', 'list'];

export function classify(mail: Mail, context: ClassifyContext): Classification {
  const applying = CLASS_RULES.filter((rule) => rule.test(mail, context));
  const reasons = applying.map((rule) => rule.name);
  let kind: MailClass = 'human';
  for (const candidate of STRONGEST_FIRST) {
    if (applying.some((rule) => rule.means === candidate)) {
      kind = candidate;
      break;
    }
  }
  const outOfOffice = applying.some((rule) => rule.outOfOffice === true);
  const applies = (name: string): boolean => applying.some((rule) => rule.name === name);
  // A responder that sends with an empty reverse path or from "postmaster" is still a responder; and a mail that is
  // held until its sender confirms it has not failed, even when the holder writes a delivery report.
  if (kind === 'bounce' && ((outOfOffice && !applies('delivery-status')) || applies('challenge-response')))
    kind = 'auto-reply';
  const deciding = applying.find((rule) => rule.means === kind)?.name;
  if (deciding !== undefined) reasons.sort((a, b) => Number(b === deciding) - Number(a === deciding));
  return {
    class: kind,
    outOfOffice: kind === 'auto-reply' && outOfOffice,
    autoReplyAllowed: applying.length === 0 && kind === 'human',
    reasons,
  };
}
