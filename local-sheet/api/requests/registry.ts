/** What applies one kind of request to a batch and gives its reply ({} when Google documents none). */
import type { sheets_v4 } from '@googleapis/sheets';
import type { Batch } from '../../model/batch';

export type Reply = sheets_v4.Schema$Response;
type Requests = sheets_v4.Schema$Request;

export type RequestKind = keyof Requests;

export type Handlers = {
  readonly [K in RequestKind]?: (batch: Batch, request: NonNullable<Requests[K]>) => Reply | undefined;
};
