/**
 * From a trainer's Reply to the participant's mailbox: the answer goes by SMTP into the support mailbox, the bundled bridge
 * idles there by IMAP, and what it sends goes by SMTP into the participant's. Beside it, in turn, a mail that is handed to
 * the same server for the same mailbox and needs no bridge.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Person } from '../../test/mail-bridge/trainer/programs/answering';
import { gmailOnTheWeb } from '../../test/mail-bridge/trainer/programs/gmail';
import { passed } from '../../test/mail-bridge/trainer/support/servers';
import { median } from './bench-sheet';
import { TRAINER, type TrainerDesk, trainerDesk } from './trainer-desk';

const ANSWERS = 24;
/**
 * The bridge takes mail in 15 times a minute at most, because Google counts its calls; what comes faster than that shares
 * a pass. Trainers write at another pace.
 */
const BETWEEN_ANSWERS_MS = 4_500;
const LOOK_EVERY_MS = 2;
const LONGEST_WAIT_MS = 60_000;

export async function benchTrainerReply(): Promise<object> {
  const desk = await trainerDesk(ANSWERS);
  try {
    const runs: { floor: number; ours: number }[] = [];
    for (const participant of desk.participants) {
      const next = pause(BETWEEN_ANSWERS_MS);
      const floor = await direct(desk, participant);
      const ours = await relayed(desk, participant);
      runs.push({ floor, ours });
      await next;
    }
    const ours = median(runs.map((run) => run.ours));
    const floor = median(runs.map((run) => run.floor));
    return {
      name: 'trainer-reply',
      ours,
      floor,
      unit: 'ms',
      ratio: Math.round((ours / floor) * 100) / 100,
      answers: runs.length,
      slowest: Math.max(...runs.map((run) => run.ours)),
      runs,
    };
  } finally {
    await desk.stop();
  }
}

/** Straight to the participant. */
function direct({ servers, mailsOf }: TrainerDesk, participant: Person): Promise<number> {
  const raw = [
    `From: ${TRAINER.name} <${TRAINER.address}>`,
    `To: ${participant.address}`,
    'Subject: Re: Cannot log in',
    `Message-ID: <direct.${participant.address}>`,
    '',
    'Please open the link in a private window.',
    '',
  ];
  return timed(mailsOf, participant, () =>
    servers.submit({
      raw: Buffer.from(raw.join('\r\n')),
      from: TRAINER.address,
      to: [participant.address],
      results: null,
    }),
  );
}

/** Reply, pressed in Gmail. */
async function relayed({ servers, letters, mailsOf }: TrainerDesk, participant: Person): Promise<number> {
  const letter = letters.get(participant);
  if (letter === undefined) throw new Error(`No letter about the ticket of ${participant.address} has come.`);
  const raw = await gmailOnTheWeb(letter, {
    from: TRAINER,
    language: 'en',
    words: ['Hello,', '', 'please open the link in a private window. It works then.'],
  });
  return timed(mailsOf, participant, () =>
    servers.submit({ raw, from: TRAINER.address, to: [letter.replyTo], results: passed('firm.test') }),
  );
}

/** Milliseconds from handing a mail to the server until one more lies in the participant's mailbox. */
async function timed(
  mailsOf: TrainerDesk['mailsOf'],
  participant: Person,
  send: () => Promise<void>,
): Promise<number> {
  const before = await mailsOf(participant);
  const started = performance.now();
  await send();
  while ((await mailsOf(participant)) <= before) {
    if (performance.now() - started > LONGEST_WAIT_MS) {
      throw new Error(`Nothing has come to ${participant.address} within a minute.`);
    }
    await pause(LOOK_EVERY_MS);
  }
  return Math.round(performance.now() - started);
}
