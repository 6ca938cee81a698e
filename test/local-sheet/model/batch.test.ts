import fc from 'fast-check';
import { type Keeper, sheetsService } from '../../../local-sheet/api/service';
import { ApiError } from '../../../local-sheet/contract';
import type { SpreadsheetState } from '../../../local-sheet/model/state';
import { anyRequest, startingSpreadsheet } from './random-requests';

function inMemory() {
  const workbooks = new Map<string, SpreadsheetState>();
  const keeper: Keeper = {
    find: (id) => workbooks.get(id),
    commit: (next) => void workbooks.set(next.spreadsheetId, next),
  };
  const service = sheetsService(keeper, () => ({ spreadsheetId: 'one', seed: 1 }));
  service.create(startingSpreadsheet);
  return { service, state: () => workbooks.get('one') };
}

describe('a batch is applied whole or not at all', () => {
  test('a batch that fails at its end leaves every byte of the workbook as it was', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(anyRequest, { minLength: 1, maxLength: 5 }), { maxLength: 6 }),
        fc.array(anyRequest, { maxLength: 8 }),
        (history, failing) => {
          const { service, state } = inMemory();
          for (const requests of history) attempt(() => service.batchUpdate('one', { requests }));
          const before = state();
          const bytes = JSON.stringify(before);
          const requests = [...failing, { deleteSheet: { sheetId: 424242 } }];
          expect(() => service.batchUpdate('one', { requests })).toThrow(ApiError);
          expect(state()).toBe(before);
          expect(JSON.stringify(before)).toBe(bytes);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('a state that was read stays as it was, whatever is applied later', () => {
    fc.assert(
      fc.property(fc.array(anyRequest, { minLength: 1, maxLength: 12 }), (requests) => {
        const { service, state } = inMemory();
        const seen: { state: SpreadsheetState | undefined; bytes: string }[] = [];
        for (const request of requests) {
          attempt(() => service.batchUpdate('one', { requests: [request] }));
          seen.push({ state: state(), bytes: JSON.stringify(state()) });
        }
        for (const { state: then, bytes } of seen) expect(JSON.stringify(then)).toBe(bytes);
      }),
      { numRuns: 50 },
    );
  });

  test('only refusals come out of a request that fits the schema', () => {
    fc.assert(
      fc.property(fc.array(anyRequest, { minLength: 1, maxLength: 20 }), (requests) => {
        const { service } = inMemory();
        for (const request of requests) attempt(() => service.batchUpdate('one', { requests: [request] }));
        // Whatever was accepted can be shown.
        service.get('one', { includeGridData: true });
      }),
      { numRuns: 80 },
    );
  });
});

/** A refusal is part of life here; anything else is a fault of ours. */
function attempt(step: () => unknown): void {
  try {
    step();
  } catch (error) {
    if (!(error instanceof ApiError) || error.code === 500) throw error;
  }
}
