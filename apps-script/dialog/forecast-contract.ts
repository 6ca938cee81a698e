/** What the page "What will be sent" and the script say to each other. */

/** How far one looks ahead. */
export const FORECAST_DAYS = [1, 3, 7, 14] as const;
export type ForecastDays = (typeof FORECAST_DAYS)[number];

/** One mail that will go out, or will not. */
export interface ShownForecast {
  /** `Thu 26 Nov 2026`, and `10:00`, in the firm's zone. */
  readonly day: string;
  readonly time: string;
  readonly name: string;
  readonly email: string;
  /** The step or the checkpoint by its name in the Sheet; of a notice, what it tells. */
  readonly step: string;
  readonly template: string;
  /** '' for a mail that will not be sent, and where no template can be found. */
  readonly subject: string;
  /** `if`: only when its condition holds by then. `queued`: it is written and waits in the Outbox. */
  readonly verdict: 'goes' | 'if' | 'queued' | 'not';
  /** Why not, or under which condition; '' where there is nothing to say. */
  readonly why: string;
}

export interface ShownSession {
  readonly id: string;
  readonly course: string;
  readonly client: string;
  /** In words; '' where nobody has written when. */
  readonly starts: string;
  readonly cancelled: boolean;
  readonly lines: readonly ShownForecast[];
}

export interface Forecast {
  /** The end of the list, in words, and the zone of all times. */
  readonly until: string;
  readonly zone: string;
  /** Why nothing of this leaves, whatever the list says. */
  readonly stopped: 'reminders-off' | 'brake' | null;
  /** In the order of their first mail. */
  readonly sessions: readonly ShownSession[];
  /** Lines left out because there are too many to show. */
  readonly leftOut: number;
  /** Offsets and conditions that cannot be read, zones that nobody knows. In words. */
  readonly obstacles: readonly string[];
}

export interface ForecastCalls {
  forecast: { readonly takes: { readonly days: ForecastDays }; readonly gives: Forecast };
}
