/**
 * Which formulas mean the same in Google Sheets, Excel and LibreOffice. Anything else is exported as the value
 * that the sheet showed: a wrong number is worse than a number that no longer recalculates.
 */
const PORTABLE = new Set(
  (
    'ABS AND AVERAGE AVERAGEIFS CEILING COUNT COUNTA COUNTBLANK COUNTIF COUNTIFS DATE DATEDIF DAY EOMONTH EXACT ' +
    'FALSE FIND FLOOR HOUR IF IFERROR INDEX INT ISBLANK ISERROR ISNUMBER ISTEXT LEFT LEN LOWER MATCH MAX ' +
    'MEDIAN MID MIN MINUTE MOD MONTH NETWORKDAYS NOT NOW OR PERCENTILE RIGHT ROUND ROUNDDOWN ROUNDUP ROW ROWS ' +
    'SEARCH SUBSTITUTE SUBTOTAL SUM SUMIF SUMIFS SUMPRODUCT TEXT TIME TODAY TRIM TRUE UPPER VLOOKUP WEEKDAY ' +
    'WORKDAY YEAR'
  ).split(' '),
);

export function isPortableFormula(formula: string): boolean {
  if (!formula.startsWith('=')) return false;
  const bare = formula.replace(/"(?:[^"]|"")*"/g, '""').replace(/'(?:[^']|'')*'/g, 'Sheet');
  // `A3:A` (open at one end) is Google's own; Excel reads an error, LibreOffice 0.
  if (/\$?[A-Z]{1,3}\$?\d+:\$?[A-Z]{1,3}(?![A-Z$\d(])/i.test(bare)) return false;
  // Arrays in braces use the locale's separators, which differ.
  if (bare.includes('{')) return false;
  const functions = bare.match(/[A-Z][A-Z0-9_.]*(?=\()/gi) ?? [];
  return functions.every((name) => PORTABLE.has(name.toUpperCase()));
}
