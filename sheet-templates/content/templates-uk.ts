import type { TemplateKey, TemplateText, VariantKey } from './template-keys';
import { accessibleUk } from './templates/accessible-uk';
import { alertsUk } from './templates/alerts-uk';
import { answersUk } from './templates/answers-uk';
import { checkpointsUk } from './templates/checkpoints-uk';
import { deskUk } from './templates/desk-uk';
import { SUPPORT_BLOCK } from './templates/parts-uk';
import { byExperienceUk } from './templates/reminders-by-experience-uk';
import { remindersUk } from './templates/reminders-uk';
import { sessionsUk } from './templates/sessions-uk';
import { ticketsUk } from './templates/tickets-uk';

export const uk: Readonly<Record<TemplateKey, TemplateText>> = {
  ...ticketsUk,
  ...answersUk,
  ...remindersUk,
  ...sessionsUk,
  ...checkpointsUk,
  ...alertsUk,
  ...deskUk,
  support_block: SUPPORT_BLOCK,
};

export const ukVariants: Readonly<Record<VariantKey, TemplateText>> = {
  ...byExperienceUk,
  ...accessibleUk,
};
