import type { SheetsService } from '../contract';
import type { Execution } from './execution';
import type { Manifest, ScriptHostOptions, ScriptState } from './project';
import type { Sandbox } from './sandbox';
import { unavailable } from './service-object';
import { advancedSheets } from './services/advanced-sheets';
import { type CacheStores, cacheService } from './services/cache';
import { cardService } from './services/card-service/card-service';
import { gmailApp } from './services/card-service/gmail-app';
import { contentService } from './services/content';
import { BoundDocument } from './services/document';
import { htmlService } from './services/html';
import { type LockTable, lockService } from './services/lock';
import { consoleService, loggerService } from './services/logging';
import { type DailyMailQuota, mailService } from './services/mail';
import { propertiesService } from './services/properties';
import { scriptApp } from './services/script-app';
import { sessionService } from './services/session';
import { type SpreadsheetObjects, spreadsheetObjects } from './services/spreadsheet-app';
import { utilitiesService } from './services/utilities';

/** What all executions of one project share. */
export interface ProjectState {
  readonly options: ScriptHostOptions;
  readonly manifest: Manifest;
  readonly timeZone: string;
  readonly state: ScriptState;
  /** Something that outlives the execution was changed. */
  readonly changed: () => void;
  readonly locks: LockTable;
  readonly caches: CacheStores;
  readonly mailQuota: DailyMailQuota;
}

/** Google's services of which nothing is emulated: reading any member throws. */
const UNAVAILABLE = [
  'Browser',
  'CalendarApp',
  'Charts',
  'ConferenceDataService',
  'ContactsApp',
  'DataStudioApp',
  'DocumentApp',
  'DriveApp',
  'FormApp',
  'GroupsApp',
  'Jdbc',
  'LanguageApp',
  'LinearOptimizationService',
  'Maps',
  'MimeType',
  'SitesApp',
  'SlidesApp',
  'UrlFetchApp',
  'XmlService',
];

/** Puts Google's globals into a context. */
export function installGoogleGlobals(
  sandbox: Sandbox,
  run: Execution,
  project: ProjectState,
): SpreadsheetObjects {
  const { options, state, changed } = project;
  const { service, spreadsheetId } = options;
  const document = new BoundDocument(service, spreadsheetId, run.setup.selection);
  const objects = spreadsheetObjects(run, document, options.answer);
  const { openLinkUrlPrefixes = null } = project.manifest.addOns?.common ?? {};
  const globals: Record<string, object> = {
    SpreadsheetApp: objects.app,
    PropertiesService: propertiesService(run, state, changed),
    CacheService: cacheService(run, project.caches),
    LockService: lockService(run, project.locks),
    Utilities: utilitiesService(run),
    Session: sessionService(run, project.timeZone),
    ScriptApp: scriptApp(run, {
      state,
      changed,
      spreadsheetId,
      timeZone: project.timeZone,
      webAppUrl: options.webAppUrl ?? null,
    }),
    HtmlService: htmlService(run, sandbox, options.bundle.htmlFiles),
    ContentService: contentService(run),
    CardService: cardService(run, openLinkUrlPrefixes),
    // Of a script's own mailbox nothing is emulated, only of the mail beside which an add-on runs.
    GmailApp: run.setup.gmail === null ? unavailable(run, 'GmailApp') : gmailApp(run, run.setup.gmail),
    MailApp: mailService(run, project.mailQuota, options.mail),
    Logger: loggerService(run),
    console: consoleService(run),
    ...advancedServices(run, project.manifest, service),
  };
  for (const name of UNAVAILABLE) globals[name] = unavailable(run, name);
  for (const [name, value] of Object.entries(globals)) sandbox.define(name, value);
  return objects;
}

/** "You must enable an advanced service before you use it": only then is there such a global. */
function advancedServices(
  run: Execution,
  manifest: Manifest,
  service: SheetsService,
): Record<string, object> {
  const found: Record<string, object> = {};
  for (const { serviceId, userSymbol } of manifest.dependencies?.enabledAdvancedServices ?? []) {
    found[userSymbol] = serviceId === 'sheets' ? advancedSheets(run, service) : unavailable(run, userSymbol);
  }
  return found;
}
