/** The key file of a Google service account, as the Google Cloud console gives it out. */
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { UserError } from '../user-error';

const KEY = v.object({
  type: v.literal('service_account'),
  client_email: v.pipe(v.string(), v.email()),
  private_key: v.pipe(v.string(), v.startsWith('-----BEGIN')),
});

/** @throws UserError when the file is missing or is no service account's key */
export function readServiceAccount(file: string): v.InferOutput<typeof KEY> {
  try {
    return v.parse(KEY, JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new UserError(
      `${file} is not the key file of a Google service account.`,
      'Make a key of type JSON for the service account in the Google Cloud console and name the file as "google.keyFile".',
      { cause: error },
    );
  }
}
