import type { Language } from '../../core/language';
import { type DialogWords, dialogWords } from '../../sheet-templates/words/dialog';
import type { DialogSize, ScreenPort } from '../ports';

type Dialog = keyof DialogWords['name'];

/** By the names that scripts/build.mjs gives the pages. */
const PAGES: Readonly<Record<Dialog, { readonly file: string; readonly size: DialogSize }>> = {
  import: { file: 'Import', size: { width: 900, height: 620 } },
  forecast: { file: 'Forecast', size: { width: 900, height: 620 } },
  preview: { file: 'Preview', size: { width: 960, height: 640 } },
};

/** Shows a dialog. Whether the person may is asked by the page's first request: the answer can then be read. */
export function openDialog(screen: Pick<ScreenPort, 'dialog'>, dialog: Dialog, language: Language): void {
  const { file, size } = PAGES[dialog];
  screen.dialog(file, dialogWords(language).name[dialog], size);
}
