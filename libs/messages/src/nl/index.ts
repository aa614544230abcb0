import { answer } from './answer.js';
import { company } from './company.js';
import { finding } from './finding.js';
import { importFlow } from './import-flow.js';
import { list } from './list.js';
import { navigation } from './navigation.js';
import { problem } from './problem.js';
import { session } from './session.js';
import { status } from './status.js';
import { today } from './today.js';

/** All Dutch texts: the source, whose keys every other language must have exactly. */
export const nl = {
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
};
