/** The page on which a participant ends the reminders, and the one request that it sends. */
import * as v from 'valibot';
import { isLanguage } from '../../core/language';
import { PORTAL_WORDS } from '../../sheet-templates/words/portal';
import type { Services } from '../ports';
import { openWorkbook } from '../workbook/read-tables';
import type { PortalAnswer, PortalPage, StopPageData, StopRequest } from './contract';
import { stopReminders } from './stop-reminders';
import { mayTryNow, rememberedFirm } from './throttle';

/** As mail-bridge/outbox/own-message-id.ts makes it. */
const TOKEN = /^[0-9a-f]{32}$/;

const stopRequest: v.GenericSchema<unknown, StopRequest> = v.object({
  action: v.literal('stop'),
  token: v.pipe(v.string(), v.regex(TOKEN)),
});

/** What the link shows. Reads the settings and changes nothing, whoever opens it and however often. */
export function portalPage(
  services: Services,
  parameters: Readonly<Record<string, string>>,
): PortalPage<StopPageData> {
  const firm = rememberedFirm(services.shortMemory, () => firmOnPage(services));
  // Mail programs that shout or wrap: the letters count, not their case.
  const token = (parameters.stop ?? '').trim().toLowerCase();
  const language = parameters.lang ?? '';
  return {
    file: 'Stop',
    title: PORTAL_WORDS[isLanguage(language) ? language : firm.firmLanguage].title,
    data: {
      token: TOKEN.test(token) ? token : null,
      language: isLanguage(language) ? language : null,
      ...firm,
      words: PORTAL_WORDS,
    },
  };
}

function firmOnPage(services: Services): Pick<StopPageData, 'firmLanguage' | 'firmName' | 'supportAddress'> {
  const { settings } = openWorkbook(services, []);
  return {
    firmLanguage: settings.language,
    firmName: settings.firm_name,
    supportAddress: settings.support_address,
  };
}

/** google.script.run calls it with whatever a stranger sends: what is not the one request is refused, and so are too many. */
export function answerPortal(services: Services, request: unknown): PortalAnswer {
  const asked = v.safeParse(stopRequest, request);
  if (!asked.success || !mayTryNow(services.shortMemory, services.clock.now())) return { ok: false };
  stopReminders(services, asked.output.token);
  return { ok: true };
}
