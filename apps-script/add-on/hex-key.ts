import type { Services } from '../ports';

/** A key as the sidebar's page mints them, which here has to follow from what is asked: 32 hexadecimal digits. */
export function hexKey({ digest }: Pick<Services, 'digest'>, text: string): string {
  const bytes = Array.from(digest(text)).slice(0, 16);
  return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
