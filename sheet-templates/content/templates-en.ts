import type { TemplateKey, TemplateText, VariantKey } from './template-keys';
import { accessibleEn } from './templates/accessible-en';
import { alertsEn } from './templates/alerts-en';
import { answersEn } from './templates/answers-en';
import { checkpointsEn } from './templates/checkpoints-en';
import { deskEn } from './templates/desk-en';
import { SUPPORT_BLOCK } from './templates/parts-en';
import { byExperienceEn } from './templates/reminders-by-experience-en';
import { remindersEn } from './templates/reminders-en';
import { sessionsEn } from './templates/sessions-en';
import { ticketsEn } from './templates/tickets-en';

export const en: Readonly<Record<TemplateKey, TemplateText>> = {
  ...ticketsEn,
  ...answersEn,
  ...remindersEn,
  ...sessionsEn,
  ...checkpointsEn,
  ...alertsEn,
  ...deskEn,
  support_block: SUPPORT_BLOCK,
};

export const enVariants: Readonly<Record<VariantKey, TemplateText>> = { ...byExperienceEn, ...accessibleEn };
