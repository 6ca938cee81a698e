import type { TemplateKey, TemplateText, VariantKey } from './template-keys';
import { accessiblePl } from './templates/accessible-pl';
import { alertsPl } from './templates/alerts-pl';
import { answersPl } from './templates/answers-pl';
import { checkpointsPl } from './templates/checkpoints-pl';
import { deskPl } from './templates/desk-pl';
import { SUPPORT_BLOCK } from './templates/parts-pl';
import { byExperiencePl } from './templates/reminders-by-experience-pl';
import { remindersPl } from './templates/reminders-pl';
import { sessionsPl } from './templates/sessions-pl';
import { ticketsPl } from './templates/tickets-pl';

export const pl: Readonly<Record<TemplateKey, TemplateText>> = {
  ...ticketsPl,
  ...answersPl,
  ...remindersPl,
  ...sessionsPl,
  ...checkpointsPl,
  ...alertsPl,
  ...deskPl,
  support_block: SUPPORT_BLOCK,
};

export const plVariants: Readonly<Record<VariantKey, TemplateText>> = {
  ...byExperiencePl,
  ...accessiblePl,
};
