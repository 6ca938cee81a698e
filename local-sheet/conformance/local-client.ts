/** Google's own client, pointed at a local sheet. */
import { sheets, type sheets_v4 } from '@googleapis/sheets';
import { OAuth2Client } from 'google-auth-library';

export function localClient(url: string, token: string): sheets_v4.Sheets {
  const auth = new OAuth2Client();
  // Far ahead, so that the client never asks Google for a fresh token.
  auth.setCredentials({ access_token: token, expiry_date: Date.UTC(2100, 0, 1) });
  return sheets({
    version: 'v4',
    auth,
    rootUrl: url,
    // The client would otherwise import node-fetch in a way that Jest refuses.
    fetchImplementation: globalThis.fetch,
    // Its own retries wait 100 ms: of no use for a quota per minute, and they hide what the server did.
    retry: false,
  });
}
