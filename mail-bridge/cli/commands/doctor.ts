/** `rowdesk doctor`: looks at everything that the bridge needs, and says what to do. */
import { join } from 'node:path';
import { intlOffset } from '../../clock/intl-offset';
import { systemClock } from '../../clock/system-clock';
import { examine } from '../../doctor/doctor';
import { countsOf, reportLines } from '../../doctor/report';
import { type CommonOptions, printJson, printLine } from '../output';

interface DoctorOptions extends CommonOptions {
  readonly config: string;
}

/** @returns the exit code: 1 when something does not work */
export async function doctor(options: DoctorOptions): Promise<number> {
  const checks = await examine({
    configFile: options.config,
    environment: process.env,
    // Beside this program, in a checkout that has been built.
    manifest: join(__dirname, 'apps-script', 'appsscript.json'),
    clock: systemClock,
    offset: intlOffset(),
  });
  const counts = countsOf(checks);
  if (options.json) printJson({ ...counts, checks });
  else for (const line of reportLines(checks)) printLine(line);
  return counts.problems > 0 ? 1 : 0;
}
