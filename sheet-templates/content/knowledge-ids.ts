export const ARTICLE_IDS = [
  'password',
  'microphone',
  'camera',
  'joining-link',
  'recording',
  'certificate',
  'invoice',
  'reschedule',
  'materials',
  'slow-connection',
  'wrong-time-zone',
  'accessibility',
] as const;
export type ArticleId = (typeof ARTICLE_IDS)[number];

export interface Article {
  /** The question as a participant would ask it. */
  readonly title: string;
  /** One plain step on each line. */
  readonly steps: readonly string[];
  /** Other words for it. */
  readonly also: readonly string[];
}
