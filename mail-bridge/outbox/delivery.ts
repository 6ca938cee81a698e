/** What became of handing one mail to the SMTP server. */
import type { Minutes } from '../../core/time/instant';

export type Delivery =
  | { readonly kind: 'accepted'; readonly answer: string }
  | { readonly kind: 'refused-for-now'; readonly answer: string; readonly pause?: Minutes }
  | { readonly kind: 'refused'; readonly answer: string }
  /** User or password: no mail would get through. */
  | { readonly kind: 'login-refused'; readonly answer: string }
  | { readonly kind: 'not-transmitted'; readonly answer: string }
  | { readonly kind: 'lost'; readonly answer: string };
