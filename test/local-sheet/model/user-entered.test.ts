import { readEntered } from '../../../local-sheet/model/user-entered';

describe('what is typed', () => {
  test.each([
    ['en_US', '1,234.5', 1234.5],
    ['en_US', '-7', -7],
    ['en_US', '+7', 7],
    ['en_US', '.5', 0.5],
    ['en_US', ' 12 ', 12],
    ['pl_PL', '1 234,5', 1234.5],
    ['uk_UA', '1234,5', 1234.5],
    ['pl_PL', '1.5', null],
    ['en_US', 'TRUE', true],
    ['en_US', 'false', false],
    ['en_US', "'=1+1", '=1+1'],
    ['en_US', '007x', '007x'],
    ['en_US', 'T-7K3Q9', 'T-7K3Q9'],
    ['en_US', 'a@b.pl', 'a@b.pl'],
    ['en_US', '2026-02-30', null],
    ['en_US', '- a dash', '- a dash'],
  ])('in %s, "%s"', (locale, typed, value) => {
    // null: nobody knows what Google makes of it, so it is refused.
    if (value === null) expect(() => readEntered(typed, locale)).toThrow('write it RAW');
    else expect(readEntered(typed, locale).value).toBe(value);
  });

  test.each([
    ['en_US', '2026-11-21', 46_347, 'DATE', 'yyyy-mm-dd'],
    ['pl_PL', '21.11.2026', 46_347, 'DATE', 'dd.mm.yyyy'],
    ['en_US', '11/21/2026', 46_347, 'DATE', 'm/d/yyyy'],
    ['en_GB', '21/11/2026', 46_347, 'DATE', 'dd/mm/yyyy'],
    ['uk_UA', '21.11.2026 18:00', 46_347.75, 'DATE_TIME', 'dd.mm.yyyy hh:mm'],
    ['en_US', '2026-11-21 06:00:00', 46_347.25, 'DATE_TIME', 'yyyy-mm-dd hh:mm:ss'],
    ['en_US', '6:00', 0.25, 'TIME', 'hh:mm'],
    ['en_US', '15%', 0.15, 'PERCENT', '0%'],
    ['pl_PL', '15,5%', 0.155, 'PERCENT', '0.00%'],
  ])('in %s, "%s" is %d shown as %s %s', (locale, typed, value, type, pattern) => {
    expect(readEntered(typed, locale)).toEqual({ value, numberFormat: { type, pattern } });
  });

  test.each(['=SUM(A1:A3)', '+48 600 100 200', ' =1'])(
    '"%s" is a formula, which is not emulated',
    (typed) => {
      expect(() => readEntered(typed, 'en_US')).toThrow('does not emulate formulas');
    },
  );

  test.each(['$5', '5 zł', '1/2', '21.11.26', 'Jan 5', '5 maja 2026', '3pm', '1e5', '(12)', '25:00'])(
    '"%s" is refused rather than guessed',
    (typed) => {
      expect(() => readEntered(typed, 'en_US')).toThrow('does not emulate');
    },
  );
});
