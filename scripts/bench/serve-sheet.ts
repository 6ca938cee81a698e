/** The local sheet in a process of its own, as far from the bridge as Google is, so that it costs the bridge no CPU. */
import { startSheetsApi } from '../../local-sheet/http/server';
import { openLocalSheets } from '../../local-sheet/storage/open';

export interface ServedSheet {
  readonly url: string;
}

/** Runs until the parent disconnects. */
export async function serveSheet(): Promise<void> {
  const api = await startSheetsApi({ service: openLocalSheets({ directory: null }), token: 'bench' });
  process.send?.({ url: api.url } satisfies ServedSheet);
  await new Promise<void>((resolve) => process.on('disconnect', resolve));
  await api.close();
}
