import { plural } from '../../core/time/plural';
import type { ForecastWords } from './dialog-forecast-words';

export const en: ForecastWords = {
  ahead: 'Look ahead',
  days: (count) => `${count} ${plural('en', count, ['day', 'days'])}`,
  person: 'Person',
  personHint: 'Name or address',
  onlyGoing: 'Only what will be sent',
  refresh: 'Read the Sheet again',
  loading: 'Reading the Sheet…',
  summary: (going, people, not) =>
    `${going} ${plural('en', going, ['mail', 'mails'])} to ${people} ${plural('en', people, ['person', 'people'])}; ${not} will not be sent.`,
  nothing: 'Nothing will be sent in these days.',
  nobodyFound: 'Nobody with this name is on the list.',
  people: (names, more) => `${names} and ${more} more`,
  until: (moment, zone) => `Until ${moment} (${zone}).`,
  remindersOff:
    'Reminders are switched off on the Settings tab: none of this will go out. The list shows what would be sent if they were on.',
  brakeOn:
    'The emergency brake on the Settings tab is on: no automatic mail goes out until it is off. The list shows what would be sent.',
  obstacles: 'What stands in the way',
  leftOut: (count) =>
    `${count} more ${plural('en', count, ['line does', 'lines do'])} not fit here. Choose fewer days.`,
  goes: 'Will be sent',
  ifStill: 'If it still applies',
  queued: 'In the queue',
  goesNot: 'Will not be sent',
  cancelled: 'cancelled',
  noSubject: 'There is no such template',
  template: 'Template',
  footnote:
    'Nothing is sent from here: the bridge sends each mail when its moment comes. It also knows about changes of place or link, which this list cannot show.',
  changedNotice: 'Notice of change',
  cancelledNotice: 'Notice of cancellation',
  checkpoint: (id) => `Checkpoint ${id}`,
  condition: (written) => `Only if by then: ${written}.`,
  unlessDone: (written) => `Unless it is done by then: ${written}.`,
  inQueue: 'It waits in the Outbox.',
  noZone: 'All steps',
  reason: {
    superseded: 'A later step is due already, so this one is left out.',
    night: 'It falls at night, and by morning it would be too late.',
    'told-by-notice': 'The notice of change says the same.',
    'too-late': 'The session is over: the notice comes too late.',
    merged: 'It goes in one mail with another session that day.',
    condition: 'Its condition is not met.',
    'no-address': 'There is no address to write to.',
    bounced: 'The last mail to this address came back.',
    left: 'Has left the session.',
    unwanted: 'Wants no reminders.',
    cancelled: 'The session is cancelled.',
    'unknown-zone': 'The time zone of the session is not known.',
  },
  badOffset: (steps) => `The time of these reminders cannot be read: ${steps}.`,
  badCondition: (steps) => `The condition of these reminders cannot be read: ${steps}.`,
  badCheckpoint: (ids) => `These checkpoints cannot be read: ${ids}.`,
  unknownZone: (sessions) => `The time zone of these sessions is not known: ${sessions}.`,
  unknownReaderZone: (people) =>
    `The time zone of these participants is not known, so that of the session is used: ${people}.`,
};
