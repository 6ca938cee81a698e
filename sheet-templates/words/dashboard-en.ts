import type { DashboardWords } from './dashboard-words';

export const en: DashboardWords = {
  count: 'Tickets',
  messages: 'Messages',
  oldest: 'Oldest',
  dashboard: {
    title: 'What is open now',
    about: 'Tables and charts follow the tickets by themselves. Change them as you like.',
    status: {
      title: 'Open by status',
      means: 'Open: new, open, waiting or on hold. Spam and merged tickets never count.',
      alt: 'Bar chart: open tickets in each status. The same numbers are in the table to the left.',
    },
    promises: {
      title: 'Promised times of open tickets',
      means: 'By the nearest promised time. Paused: somebody else has to act first.',
    },
    intake: {
      title: 'Every mail accounted for',
      means:
        'Mails in the mailbox = sum of their outcomes, so the difference must be 0. By day: the Intake tab.',
    },
    colleagues: {
      title: 'Open by colleague',
      means: 'Open tickets of each, and when the oldest came. The line without a name: nobody’s yet.',
      alt: 'Bar chart: open tickets of each colleague. The same numbers are in the table to the left, further down.',
    },
    courses: {
      title: 'Open by course',
      means: 'The course that the ticket is about. The line without a name: no course is known.',
      alt: 'Bar chart: open tickets of each course. The same numbers are in the table to the left, further down.',
    },
  },
  trends: {
    title: 'Week by week',
    about: 'Weeks begin on Monday. The present week is not over yet. All numbers: the Figures tab.',
    volume: {
      title: 'New, resolved, left open',
      means:
        'New: came in the week. Resolved: resolved for good in it. Left open: not resolved when the week ended. Without spam and merged tickets.',
      alt: 'Columns of new and resolved tickets by week, and a line of those left open. The numbers are on the Figures tab.',
    },
    promises: {
      title: 'Promises kept, by week',
      means:
        'Of the tickets resolved in the week: every promised time was kept, or at least one was missed. Later changes of the targets do not count.',
      alt: 'Columns by week: share of resolved tickets with every promise kept and with one missed. The numbers are on the Figures tab.',
    },
    firstAnswer: {
      title: 'First answer, business hours',
      means:
        'Of the tickets that came in the week and were answered. Half took no longer than the median, nine of ten no longer than the upper line.',
      alt: 'Lines by week: median and ninetieth percentile of the time to the first answer. The numbers are on the Figures tab.',
    },
    resolution: {
      title: 'Resolution, business hours',
      means:
        'Of the tickets resolved in the week. Time in which they waited for the participant or a supplier is left out.',
      alt: 'Lines by week: median and ninetieth percentile of the time to the resolution. The numbers are on the Figures tab.',
    },
    policies: {
      title: 'Promises kept, by policy',
      means:
        'All tickets whose promises are settled, by the line of the SLA tab that held for them. Numbers: the table below.',
      alt: 'Bars by policy: share of tickets with every promise kept and with one missed. The numbers are in the table below.',
    },
    topTopics: {
      title: 'Top five topics, by week',
      means: 'Tickets that came in the week, of the five most frequent categories. Numbers: the table below.',
      alt: 'Lines by week: tickets of the five most frequent categories. The numbers are in the table below.',
    },
    policyTable: {
      title: 'Promises by policy',
      means: 'Yes: every promised time was kept.',
    },
    weekTable: {
      title: 'Promises by week and policy',
      means: 'By the week in which the ticket came.',
    },
    topicTable: {
      title: 'Topics by week',
      means: 'By the week in which the ticket came; the most frequent category first.',
    },
  },
  load: {
    title: 'When people write, and what about',
    about: 'All tickets but spam and merged ones.',
    hours: {
      title: 'Tickets by weekday and hour',
      means: 'When they came, by the clock of the firm. The darker, the more.',
    },
    phases: {
      title: 'Tickets by phase of the session',
      means: 'How far the session was when the ticket came. Hours count from its start.',
      alt: 'Bar chart: tickets by phase of the session. The same numbers are in the table to the left.',
    },
    topics: {
      title: 'Tickets by topic',
      means: 'By category, the most frequent first.',
      alt: 'Bar chart: tickets of each category. The same numbers are in the table to the left.',
    },
    clients: {
      title: 'Tickets by client company',
      means: 'Tickets and all their messages. People who come without a company are left out.',
      alt: 'Bar chart: tickets of each client company. The same numbers are in the table to the left.',
    },
  },
};
