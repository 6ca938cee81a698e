/** Every fault that the harness can play. */
import type { Fault } from './fault';
import { IMAP_FAULTS } from './imap';
import { KILLS } from './kills';
import { MACHINE_FAULTS } from './machine';
import { SHEETS_FAULTS } from './sheets';
import { SMTP_FAULTS } from './smtp';

export const FAULTS: readonly Fault[] = [
  ...KILLS,
  ...IMAP_FAULTS,
  ...SMTP_FAULTS,
  ...SHEETS_FAULTS,
  ...MACHINE_FAULTS,
];
