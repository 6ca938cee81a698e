/** What any letter could show, empty: to find out whether a template asks for something that no letter has. */
import type { TemplateView } from '../template/render';
import { firmView, mailView } from '../template/view';

export const KNOWN_VIEW: TemplateView = mailView({
  firm: firmView({ name: '', supportHours: '', supportAddress: '', portal: '', survey: '' }),
  support: '',
  personName: '',
});
