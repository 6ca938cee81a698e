/**
 * Developer metadata: keyed notes on the spreadsheet, a sheet, a row or a column.
 * https://developers.google.com/workspace/sheets/api/guides/metadata
 */
import type { sheets_v4 } from '@googleapis/sheets';
import { badRequest, notEmulated } from '../../model/area';
import type { Batch } from '../../model/batch';
import { sizeOf } from '../../model/dimensions';
import type { DeveloperMetadata, SpreadsheetState } from '../../model/state';
import { fieldMask, merge } from '../field-mask';
import { dimensionOf } from './dimensions';
import { ownId } from './given';
import type { Handlers } from './registry';

type Location = sheets_v4.Schema$DeveloperMetadataLocation;

export const metadataRequests = {
  createDeveloperMetadata(batch, request) {
    const given = request.developerMetadata ?? {};
    const taken = (id: number): boolean => batch.state.developerMetadata.some((one) => one.metadataId === id);
    const metadataId = ownId(batch, given.metadataId, taken, 'developer metadata');
    const added = checked(batch, { ...given, metadataId });
    batch.change({ developerMetadata: [...batch.state.developerMetadata, added] });
    return { createDeveloperMetadata: { developerMetadata: added } };
  },

  updateDeveloperMetadata(batch, request) {
    const mask = fieldMask(request.fields, 'DeveloperMetadata');
    const filters = request.dataFilters ?? [];
    if (filters.length === 0) throw badRequest('At least one data filter must be set.');
    const updated: DeveloperMetadata[] = [];
    const all = batch.state.developerMetadata.map((one) => {
      if (!filters.some((filter) => matches(one, filter))) return one;
      const merged = merge(one, request.developerMetadata ?? {}, mask);
      const next = checked(batch, { ...merged, metadataId: one.metadataId ?? null });
      updated.push(next);
      return next;
    });
    batch.change({ developerMetadata: all });
    return { updateDeveloperMetadata: { developerMetadata: updated } };
  },

  deleteDeveloperMetadata(batch, request) {
    const filter = request.dataFilter;
    if (!filter) throw badRequest('A data filter must be set.');
    const deleted = batch.state.developerMetadata.filter((one) => matches(one, filter));
    batch.change({
      developerMetadata: batch.state.developerMetadata.filter((one) => !deleted.includes(one)),
    });
    return { deleteDeveloperMetadata: { deletedDeveloperMetadata: deleted } };
  },
} satisfies Handlers;

/** spreadsheets.developerMetadata.search */
export function searchMetadata(
  state: SpreadsheetState,
  filters: readonly sheets_v4.Schema$DataFilter[],
): sheets_v4.Schema$MatchedDeveloperMetadata[] {
  if (filters.length === 0) throw badRequest('At least one data filter must be set.');
  return state.developerMetadata.flatMap((developerMetadata) => {
    const dataFilters = filters.filter((filter) => matches(developerMetadata, filter));
    return dataFilters.length === 0 ? [] : [{ developerMetadata, dataFilters }];
  });
}

function matches(metadata: DeveloperMetadata, filter: sheets_v4.Schema$DataFilter): boolean {
  const lookup = filter.developerMetadataLookup;
  if (!lookup) throw notEmulated('developer metadata searched by range');
  const strategy =
    lookup.locationMatchingStrategy ?? 'DEVELOPER_METADATA_LOCATION_MATCHING_STRATEGY_UNSPECIFIED';
  if (lookup.metadataLocation ? strategy !== 'EXACT_LOCATION' : strategy === 'INTERSECTING_LOCATION') {
    // "If left unspecified, this field assumes a default value of INTERSECTING."
    throw notEmulated('developer metadata looked up by INTERSECTING_LOCATION; use EXACT_LOCATION');
  }
  if (!lookup.metadataLocation && strategy === 'EXACT_LOCATION') {
    throw badRequest('A locationMatchingStrategy needs a metadataLocation.');
  }
  if (lookup.metadataLocation && !sameLocation(metadata.location, lookup.metadataLocation)) return false;
  return (
    asked(lookup.metadataId, metadata.metadataId) &&
    asked(lookup.metadataKey, metadata.metadataKey) &&
    asked(lookup.metadataValue, metadata.metadataValue) &&
    asked(lookup.visibility, metadata.visibility) &&
    asked(lookup.locationType, metadata.location?.locationType)
  );
}

function asked<T>(wanted: T | null | undefined, actual: T | null | undefined): boolean {
  return wanted === undefined || wanted === null || wanted === actual;
}

function sameLocation(a: Location | undefined, b: Location): boolean {
  if (b.spreadsheet) return a?.spreadsheet === true;
  if (b.dimensionRange) {
    const [x, y] = [a?.dimensionRange, b.dimensionRange];
    return (
      x !== undefined &&
      (x.sheetId ?? 0) === (y.sheetId ?? 0) &&
      x.dimension === y.dimension &&
      x.startIndex === y.startIndex &&
      x.endIndex === y.endIndex
    );
  }
  return a?.locationType === 'SHEET' && (a.sheetId ?? 0) === (b.sheetId ?? 0);
}

function checked(batch: Batch, given: DeveloperMetadata): DeveloperMetadata {
  if (!given.metadataKey) throw badRequest('Developer metadata must always have a key specified.');
  if (!given.visibility || given.visibility === 'DEVELOPER_METADATA_VISIBILITY_UNSPECIFIED') {
    throw badRequest('Developer metadata must always have a visibility specified.');
  }
  return { ...given, location: checkedLocation(batch, given.location) };
}

function checkedLocation(batch: Batch, location: Location | undefined): Location {
  if (location?.spreadsheet) return { locationType: 'SPREADSHEET', spreadsheet: true };
  const range = location?.dimensionRange;
  if (range) {
    const sheet = batch.sheet(range.sheetId);
    const dimension = dimensionOf(range.dimension);
    const [start, end] = [range.startIndex ?? 0, range.endIndex ?? 0];
    // "the range must represent a single row or column; it cannot be unbounded or span multiple"
    if (end !== start + 1 || end > sizeOf(sheet, dimension)) {
      throw badRequest('The location of developer metadata must be a single row or column of the grid.');
    }
    return {
      locationType: dimension === 'ROWS' ? 'ROW' : 'COLUMN',
      dimensionRange: { sheetId: sheet.sheetId, dimension, startIndex: start, endIndex: end },
    };
  }
  if (location?.sheetId !== undefined && location.sheetId !== null) {
    return { locationType: 'SHEET', sheetId: batch.sheet(location.sheetId).sheetId };
  }
  throw badRequest('Developer metadata must have a location: spreadsheet, sheetId or dimensionRange.');
}
