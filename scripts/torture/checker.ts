/**
 * The judge of a torture run. It compares what was delivered, what the Sheet shows and what the SMTP server accepted,
 * with rules of its own: nothing of the bridge's is asked, or a fault of the bridge would excuse itself.
 */
import { agentFindings } from './checker-agents';
import { intakeFindings } from './checker-intake';
import { mailFindings } from './checker-mails';
import { sendingFindings, unknownMails } from './checker-sending';
import type { Evidence, Verdict } from './evidence';

export function check(evidence: Evidence): Verdict {
  return {
    findings: [
      ...mailFindings(evidence),
      ...sendingFindings(evidence),
      ...agentFindings(evidence),
      ...intakeFindings(evidence),
    ],
    unknown: unknownMails(evidence),
  };
}
