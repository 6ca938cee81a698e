/** Colours of the workbook. Text on its background reaches 4.5:1 (WCAG 2.2 AA); a test measures it. */
import type { ChoiceKey } from '../../core/workbook/choices';
import type { Owner } from '../column-spec';
import type { CellFormat, ColorStyle } from './sheets-api';

export interface Paint {
  readonly background: string;
  readonly text: string;
}

const INK = '#202124';

export const OWNER_PAINT: Readonly<Record<Owner, Paint>> = {
  person: { background: '#dcefe1', text: INK },
  bridge: { background: '#dde7f3', text: INK },
  script: { background: '#ece6f2', text: INK },
};

const ALARM: Paint = { background: '#b3261e', text: '#ffffff' };
const WARN: Paint = { background: '#fde8b5', text: '#4a3300' };
const GOOD: Paint = { background: '#d5efdc', text: '#0f4a24' };
const CALM: Paint = { background: '#eceff1', text: '#37474f' };
const FAINT: Paint = { background: '#f1f3f4', text: '#5f6368' };

/** Words that stand out, by choice list. A word that is not listed looks like any other cell. */
export const WORD_PAINT: { readonly [K in ChoiceKey]?: Readonly<Record<string, Paint>> } = {
  status: {
    new: WARN,
    open: { background: '#d3e5fb', text: '#0b3566' },
    waiting_participant: { background: '#e9e3f5', text: '#3d2a66' },
    waiting_vendor: { background: '#e0edf0', text: '#1f464d' },
    on_hold: CALM,
    resolved: GOOD,
    closed: FAINT,
    spam: { background: '#f5e1e1', text: '#7a1f1f' },
  },
  priority: { urgent: ALARM, high: { background: '#fbdcd3', text: '#7a2410' }, low: FAINT },
  sla_state: { running: GOOD, at_risk: WARN, breached: ALARM, paused: CALM, met: FAINT },
  outbox_state: {
    failed: ALARM,
    unknown: WARN,
    deferred: WARN,
    sent: GOOD,
    cancelled: FAINT,
    bounced: ALARM,
  },
  session_state: { cancelled: FAINT },
  light: { red: ALARM, amber: WARN, green: GOOD },
};

export const TROUBLE: Paint = ALARM;

export function colour(hex: string): ColorStyle {
  const part = (from: number): number => Number.parseInt(hex.slice(from, from + 2), 16) / 255;
  return { rgbColor: { red: part(1), green: part(3), blue: part(5) } };
}

export function painted(paint: Paint): CellFormat {
  return {
    backgroundColorStyle: colour(paint.background),
    textFormat: { foregroundColorStyle: colour(paint.text) },
  };
}
