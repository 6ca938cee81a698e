/**
 * Cards of the Gmail add-on as the page draws them, read from their JSON (google.apps.card.v1). What the page cannot
 * draw is a fault that is told, never a hole in the card.
 */
import * as v from 'valibot';

const ACTION = v.record(v.string(), v.unknown());
const CLICK = v.union([
  v.strictObject({ action: ACTION }),
  v.strictObject({
    composeAction: v.strictObject({ action: ACTION, composedEmailType: v.string() }),
  }),
]);
const LINK = v.strictObject({ openLink: v.object({ url: v.string() }) });
const PRESS = v.union([CLICK, LINK]);

const BUTTON = v.strictObject({
  text: v.string(),
  type: v.optional(v.string()),
  disabled: v.optional(v.boolean(), false),
  altText: v.optional(v.string()),
  onClick: v.optional(PRESS),
});

const WIDGET = v.union([
  v.strictObject({ textParagraph: v.strictObject({ text: v.string() }) }),
  v.strictObject({
    decoratedText: v.strictObject({
      text: v.string(),
      topLabel: v.optional(v.string(), ''),
      bottomLabel: v.optional(v.string(), ''),
      wrapText: v.optional(v.boolean()),
      onClick: v.optional(PRESS),
      button: v.optional(BUTTON),
    }),
  }),
  v.strictObject({
    selectionInput: v.strictObject({
      name: v.string(),
      label: v.optional(v.string(), ''),
      type: v.literal('DROPDOWN'),
      items: v.array(v.strictObject({ text: v.string(), value: v.string(), selected: v.boolean() })),
      onChangeAction: v.optional(ACTION),
    }),
  }),
  v.strictObject({
    textInput: v.strictObject({
      name: v.string(),
      label: v.optional(v.string(), ''),
      hintText: v.optional(v.string(), ''),
      value: v.optional(v.string(), ''),
      type: v.optional(v.string(), 'SINGLE_LINE'),
    }),
  }),
  v.strictObject({ buttonList: v.strictObject({ buttons: v.array(BUTTON) }) }),
  v.strictObject({ divider: v.strictObject({}) }),
]);

const CARD = v.object({
  header: v.strictObject({ title: v.string(), subtitle: v.optional(v.string(), '') }),
  sections: v.array(v.object({ header: v.optional(v.string(), ''), widgets: v.array(WIDGET) })),
});

export type CardView = v.InferOutput<typeof CARD>;
export type WidgetView = v.InferOutput<typeof WIDGET>;
export type ButtonView = v.InferOutput<typeof BUTTON>;
export type CardClick = v.InferOutput<typeof CLICK>;
export type CardPress = v.InferOutput<typeof PRESS>;

/** What a click does to the cards that are shown, in order. */
const STEP = v.union([
  v.strictObject({ pushCard: CARD }),
  v.strictObject({ updateCard: CARD }),
  v.strictObject({ pop: v.literal(true) }),
  v.strictObject({ popToRoot: v.literal(true) }),
]);

export type CardStep = v.InferOutput<typeof STEP>;

const REQUEST = v.object({
  of: v.pipe(v.string(), v.maxLength(254)),
  /** Message-ID of the open letter; null for the add-on's own first page. */
  letter: v.nullable(v.pipe(v.string(), v.maxLength(998))),
  /** Without it the letter has just been opened. */
  click: v.optional(CLICK),
  inputs: v.optional(v.record(v.string(), v.array(v.pipe(v.string(), v.maxLength(20_000)))), {}),
});

export type CardRequest = v.InferOutput<typeof REQUEST>;

export interface DraftView {
  readonly isReply: boolean;
  readonly to: string;
  readonly cc: string;
  readonly subject: string;
  readonly text: string;
  readonly files: readonly { readonly name: string; readonly type: string; readonly data: string }[];
}

export interface CardAnswer {
  readonly steps: readonly CardStep[];
  readonly notification: string | null;
  readonly draft: DraftView | null;
}

export function cardRequest(body: unknown): CardRequest | null {
  const parsed = v.safeParse(REQUEST, body);
  return parsed.success ? parsed.output : null;
}

/** @throws Error that names the part which the page cannot draw */
export function readStep(json: unknown): CardStep {
  const parsed = v.safeParse(STEP, json);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new Error(`The page cannot draw this card: ${v.getDotPath(issue) ?? ''} ${issue.message}`);
}
