/** What the dialogs may ask. Each handler finds out by the Team tab whether the person may (admitted.ts). */
import { door } from '../door/door';
import type { DialogCalls } from './contract';
import { forecastHandlers } from './forecast-handlers';
import { importHandlers } from './import-handlers';
import { previewHandlers } from './preview-handlers';

export const answerDialog = door<DialogCalls>({
  ...forecastHandlers,
  ...importHandlers,
  ...previewHandlers,
});
