import { accessPages } from './access-pages.js';
import { shellPages } from './shell-pages.js';
import { companyPages } from './company-pages.js';
import { rightPages } from './right-pages.js';
import { peoplePages } from './people-pages.js';
import type { nl } from '../nl/index.js';
import { answer } from './answer.js';
import { company } from './company.js';
import { digestMail } from './digest-mail.js';
import { finding } from './finding.js';
import { importFlow } from './import-flow.js';
import { importPages } from './import-pages.js';
import { list } from './list.js';
import { logbookEvents } from './logbook-events.js';
import { logbookPages } from './logbook-pages.js';
import { logbookValues } from './logbook-values.js';
import { navigation } from './navigation.js';
import { operator } from './operator.js';
import { portals } from './portals.js';
import { problem } from './problem.js';
import { reviewPages } from './review-pages.js';
import { reviews } from './reviews.js';
import { session } from './session.js';
import { settingsPages } from './settings-pages.js';
import { status } from './status.js';
import { today } from './today.js';
import { withoutClients } from './without-clients.js';

/** All English texts. */
export const en: Readonly<Record<keyof typeof nl, string>> = {
  ...navigation,
  ...status,
  ...answer,
  ...company,
  ...today,
  ...list,
  ...importFlow,
  ...finding,
  ...problem,
  ...session,
  ...portals,
  ...importPages,
  ...settingsPages,
  ...logbookPages,
  ...logbookEvents,
  ...logbookValues,
  ...reviews,
  ...reviewPages,
  ...operator,
  ...accessPages,
  ...shellPages,
  ...companyPages,
  ...rightPages,
  ...peoplePages,
  ...digestMail,
  ...withoutClients,
};
