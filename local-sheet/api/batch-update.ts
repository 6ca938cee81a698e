/** spreadsheets.batchUpdate: one request after the other, all or nothing. */
import type { sheets_v4 } from '@googleapis/sheets';
import { ApiError } from '../contract';
import { badRequest, notEmulated } from '../model/area';
import type { Batch } from '../model/batch';
import { cellRequests } from './requests/cells';
import { chartRequests } from './requests/charts';
import { dimensionRequests } from './requests/dimensions';
import { metadataRequests } from './requests/metadata';
import { protectionAndBandingRequests } from './requests/protection-and-banding';
import { rangeRequests } from './requests/ranges';
import type { Handlers, Reply, RequestKind } from './requests/registry';
import { ruleRequests } from './requests/rules';
import { sheetRequests } from './requests/sheets';
import { sortAndCopyRequests } from './requests/sort-and-copy';

const handlers: Handlers = {
  ...cellRequests,
  ...chartRequests,
  ...dimensionRequests,
  ...metadataRequests,
  ...protectionAndBandingRequests,
  ...rangeRequests,
  ...ruleRequests,
  ...sheetRequests,
  ...sortAndCopyRequests,
};

/**
 * Applies every request to the batch.
 *
 * @returns one reply for each request, in order
 * @throws ApiError naming the request that failed; the batch must then be dropped
 */
export function applyRequests(batch: Batch, requests: readonly sheets_v4.Schema$Request[]): Reply[] {
  if (requests.length === 0) throw badRequest('Must specify at least one request.');
  return requests.map((request, index) => {
    const kinds = Object.keys(request) as RequestKind[];
    const kind = kinds[0];
    if (kind === undefined) throw badRequest(`Invalid requests[${index}]: No request set.`);
    if (kinds.length > 1) {
      throw badRequest(
        `Invalid requests[${index}]: oneof field 'kind' is already set. Cannot set '${kinds[1]}'`,
      );
    }
    try {
      return applyOne(batch, kind, request) ?? {};
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const prefix = error.code === 501 ? '' : `Invalid requests[${index}].${kind}: `;
      throw new ApiError(error.code, error.status, `${prefix}${error.message}`);
    }
  });
}

function applyOne<K extends RequestKind>(
  batch: Batch,
  kind: K,
  request: sheets_v4.Schema$Request,
): Reply | undefined {
  const handler = handlers[kind] as ((batch: Batch, body: unknown) => Reply | undefined) | undefined;
  if (handler === undefined) throw notEmulated(`the request ${kind}`);
  return handler(batch, request[kind]);
}
