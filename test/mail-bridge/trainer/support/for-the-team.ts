/** What stands in our letters to colleagues, and in no mail to a participant. */
import type { TrainerFirm } from './firm';

export function forTheTeamOnly({ people, spreadsheetId }: TrainerFirm): readonly string[] {
  return [
    ...Object.values(people).map(({ address }) => address),
    spreadsheetId,
    '##-',
    '+a.t-',
    '<b1a_',
    '#vendor',
    '#dostawca',
    '#постачальник',
  ];
}
