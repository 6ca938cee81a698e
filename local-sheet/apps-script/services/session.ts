import type { SheetUser } from '../../contract';
import type { Execution } from '../execution';
import { serviceObject } from '../service-object';

/** Accounts here belong to no firm, so no two of them are in one Workspace domain. */
const CONSUMER_DOMAINS = new Set(['gmail.com', 'googlemail.com']);

export function sessionService(run: Execution, scriptTimeZone: string): object {
  const { activeUser, effectiveUser, owner } = run.setup;
  return serviceObject(run, 'Session', {
    getActiveUser: () => {
      run.requireScope('Session.getActiveUser', ['userinfo.email']);
      return userObject(run, visibleEmail(run));
    },
    getEffectiveUser: () => {
      run.requireAuthorization('Session.getEffectiveUser', ['userinfo.email']);
      return userObject(run, effectiveUser.email);
    },
    // "the language setting of the current user as a string — for example, en for English"
    getActiveUserLocale: () => (activeUser ?? owner).locale,
    getScriptTimeZone: () => scriptTimeZone,
  });
}

/**
 * Without the user's own consent (a simple trigger, a web app run as its developer) the address is blank,
 * unless the user is the developer or of the developer's Workspace domain
 * (developers.google.com/apps-script/reference/base/session#getactiveuser).
 */
export function visibleEmail(run: Execution): string {
  const { activeUser, owner, kind } = run.setup;
  if (activeUser === null) return '';
  const consented = run.rights.authorized && kind !== 'web-app';
  return consented || activeUser.email === owner.email || sameFirm(activeUser, owner) ? activeUser.email : '';
}

export function userObject(run: Execution, email: string): object {
  return serviceObject(run, 'User', { getEmail: () => email });
}

function sameFirm(a: SheetUser, b: SheetUser): boolean {
  const domain = domainOf(a.email);
  return domain !== '' && domain === domainOf(b.email) && !CONSUMER_DOMAINS.has(domain);
}

function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1).toLowerCase();
}
