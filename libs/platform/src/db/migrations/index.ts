import { Tenants1763900000001 } from './0001-tenants.js';
import { Identity1763900000002 } from './0002-identity.js';
import { Platform1763900000003 } from './0003-platform.js';
import { Companies1763900000004 } from './0004-companies.js';
import { Catalogue1763900000005 } from './0005-catalogue.js';
import { People1763900000006 } from './0006-people.js';
import { Authorisations1763900000007 } from './0007-authorisations.js';
import { Exchange1763900000008 } from './0008-exchange.js';
import { Tasks1763900000009 } from './0009-tasks.js';
import { Notices1763900000010 } from './0010-notices.js';
import { Reviews1763900000011 } from './0011-reviews.js';
import { Examples1763900000012 } from './0012-examples.js';
import { LongTerms1763900000014 } from './0014-long-terms.js';
import { ReviewActs1763900000016 } from './0016-review-acts.js';
import { ImportPages1763900000018 } from './0018-import-pages.js';
import { OwnerCopies1763900000020 } from './0020-owner-copies.js';
import { OutboxOutcomes1763900000022 } from './0022-outbox-outcomes.js';
import { FactsChange1763900000025 } from './0025-facts-change.js';
import { OutboxCleared1763900000027 } from './0027-outbox-cleared.js';
import { MembersInSight1763900000030 } from './0030-members-in-sight.js';
import { StopKeys1763900000033 } from './0033-stop-keys.js';

/** All migrations, oldest first. A migration that has landed is never edited. */
export const migrations = [
  Tenants1763900000001,
  Identity1763900000002,
  Platform1763900000003,
  Companies1763900000004,
  Catalogue1763900000005,
  People1763900000006,
  Authorisations1763900000007,
  Exchange1763900000008,
  Tasks1763900000009,
  Notices1763900000010,
  Reviews1763900000011,
  Examples1763900000012,
  LongTerms1763900000014,
  ReviewActs1763900000016,
  ImportPages1763900000018,
  OwnerCopies1763900000020,
  OutboxOutcomes1763900000022,
  FactsChange1763900000025,
  OutboxCleared1763900000027,
  MembersInSight1763900000030,
  StopKeys1763900000033,
];
