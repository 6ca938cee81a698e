import type { sheets_v4 } from '@googleapis/sheets';
import { messageError } from '../../../local-sheet/api/schema';
import { type LocalSheets, openLocalSheets } from '../../../local-sheet/storage/open';
import { area, red, rows } from './places';

type Request = sheets_v4.Schema$Request;

let sheets: LocalSheets;
let id: string;

beforeEach(() => {
  sheets = openLocalSheets();
  id = sheets.create({}).spreadsheetId ?? '';
});

function send(...requests: Request[]): sheets_v4.Schema$Response[] {
  return sheets.batchUpdate(id, { requests }).replies ?? [];
}

function sheet(index = 0): sheets_v4.Schema$Sheet {
  const spreadsheet = sheets.get(id);
  expect(messageError('Spreadsheet', spreadsheet)).toBeNull();
  return spreadsheet.sheets?.[index] ?? {};
}

describe('what is tied to rows and columns moves along', () => {
  const where = area(2, 5, 0, 2);
  const chartSource = area(2, 5, 0, 1);

  beforeEach(() => {
    send(
      { addProtectedRange: { protectedRange: { protectedRangeId: 1, range: where, warningOnly: true } } },
      {
        addBanding: {
          bandedRange: { bandedRangeId: 2, range: where, rowProperties: { headerColorStyle: red } },
        },
      },
      { addNamedRange: { namedRange: { namedRangeId: 'n', name: 'Named', range: where } } },
      { mergeCells: { range: area(2, 3, 4, 6), mergeType: 'MERGE_ALL' } },
      { setBasicFilter: { filter: { range: where } } },
      {
        addConditionalFormatRule: {
          index: 0,
          rule: {
            ranges: [where],
            booleanRule: { condition: { type: 'BLANK' }, format: { backgroundColorStyle: red } },
          },
        },
      },
      {
        addChart: {
          chart: {
            chartId: 3,
            spec: {
              title: 'Chart',
              basicChart: {
                chartType: 'BAR',
                series: [{ series: { sourceRange: { sources: [chartSource] } } }],
              },
            },
            position: { overlayPosition: { anchorCell: { sheetId: 0, rowIndex: 4, columnIndex: 8 } } },
          },
        },
      },
    );
  });

  /** First and last row of everything above. */
  function places(): unknown {
    const spreadsheet = sheets.get(id);
    const { protectedRanges, bandedRanges, merges, basicFilter, conditionalFormats, charts } = sheet();
    const span = (range: sheets_v4.Schema$GridRange | undefined) => [
      range?.startRowIndex,
      range?.endRowIndex,
    ];
    return {
      protected: protectedRanges?.map(({ range }) => span(range)),
      banded: bandedRanges?.map(({ range }) => span(range)),
      named: spreadsheet.namedRanges?.map(({ range }) => span(range)),
      merged: merges?.map(span),
      filter: basicFilter ? span(basicFilter.range) : undefined,
      format: conditionalFormats?.map((rule) => rule.ranges?.map(span)),
      chart: charts?.map(({ spec, position }) => [
        span(spec?.basicChart?.series?.[0]?.series?.sourceRange?.sources?.[0]),
        position?.overlayPosition?.anchorCell?.rowIndex,
      ]),
    };
  }

  const at = (start: number, end: number, merge: number[] | null, anchor: number) => ({
    protected: [[start, end]],
    banded: [[start, end]],
    named: [[start, end]],
    merged: merge === null ? undefined : [merge],
    filter: [start, end],
    format: [[[start, end]]],
    chart: [[[start, end], anchor]],
  });

  test.each<[string, Request, unknown]>([
    ['rows inserted above', { insertDimension: { range: rows(0, 2) } }, at(4, 7, [4, 5], 6)],
    ['rows inserted inside', { insertDimension: { range: rows(4, 6) } }, at(2, 7, [2, 3], 6)],
    ['rows inserted right behind', { insertDimension: { range: rows(5, 6) } }, at(2, 5, [2, 3], 4)],
    ['rows deleted above', { deleteDimension: { range: rows(0, 1) } }, at(1, 4, [1, 2], 3)],
    ['rows deleted at its end', { deleteDimension: { range: rows(4, 9) } }, at(2, 4, [2, 3], 4)],
    ['rows deleted at its start', { deleteDimension: { range: rows(1, 3) } }, at(1, 3, null, 2)],
    [
      'all of it moved down',
      { moveDimension: { source: rows(2, 5), destinationIndex: 9 } },
      at(6, 9, [6, 7], 8),
    ],
  ])('%s', (_name, request, expected) => {
    send(request);
    expect(places()).toEqual(expected);
  });

  test('all of it deleted takes everything but the chart', () => {
    send({ deleteDimension: { range: rows(2, 5) } });
    expect(places()).toMatchObject({
      protected: undefined,
      banded: undefined,
      named: undefined,
      chart: [[[2, 5], 2]],
    });
  });

  test('charts, protection, banding and names are changed and deleted by their ids', () => {
    send(
      {
        updateProtectedRange: {
          protectedRange: { protectedRangeId: 1, description: 'why' },
          fields: 'description',
        },
      },
      { updateChartSpec: { chartId: 3, spec: { title: 'New', pieChart: { legendPosition: 'NO_LEGEND' } } } },
      { updateNamedRange: { namedRange: { namedRangeId: 'n', name: 'Other' }, fields: 'name' } },
      { deleteBanding: { bandedRangeId: 2 } },
    );
    expect(sheet()).toMatchObject({
      protectedRanges: [{ protectedRangeId: 1, description: 'why', warningOnly: true }],
      charts: [{ chartId: 3, spec: { title: 'New' } }],
    });
    expect(sheets.values.get(id, 'Other').range).toBe('Sheet1!A3:B5');
    send(
      { deleteProtectedRange: { protectedRangeId: 1 } },
      { deleteEmbeddedObject: { objectId: 3 } },
      { deleteNamedRange: { namedRangeId: 'n' } },
    );
    expect(sheet()).not.toHaveProperty('protectedRanges');
    expect(sheet()).not.toHaveProperty('charts');
  });

  test('the frozen rows grow and shrink with what comes into them and goes', () => {
    const frozen = (): unknown => sheet().properties?.gridProperties?.frozenRowCount;
    const properties = { sheetId: 0, gridProperties: { frozenRowCount: 2 } };
    send({ updateSheetProperties: { properties, fields: 'gridProperties.frozenRowCount' } });
    send({ insertDimension: { range: rows(1, 2) } }, { insertDimension: { range: rows(3, 4) } });
    expect(frozen()).toBe(3);
    send({ deleteDimension: { range: rows(2, 5) } });
    expect(frozen()).toBe(2);
    send({ deleteDimension: { range: rows(0, 2) } });
    expect(frozen()).toBeUndefined();
  });

  test('ids that are taken or unknown are refused', () => {
    const again = { protectedRangeId: 1, range: area(9, 10, 0, 1) };
    expect(() => send({ addProtectedRange: { protectedRange: again } })).toThrow('already exists');
    expect(() => send({ deleteProtectedRange: { protectedRangeId: 9 } })).toThrow(
      'No protected range with id: 9',
    );
    expect(() => send({ deleteEmbeddedObject: { objectId: 9 } })).toThrow('No embedded object with id: 9');
  });
});
