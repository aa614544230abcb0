export { isSweepDue, type Swept, sweepState, type SweepState, sweepTasks } from './sweep-tasks.js';
export { type SweepContext, sweepAll, sweepTasksJob, sweepWhereDue } from './sweep-tasks.job.js';
export { filtered, groupsOf, mondayOfText, pageOfTasks, type TaskFilter, type TaskGroup, type TaskWeek, weeksOf } from './task-overview.js';
export { openTasks, type OpenTasksFilter, type TaskHead, type TaskRecord } from './tasks.queries.js';
export { TasksModule } from './tasks.module.js';
export { toldMembers } from './told-members.queries.js';
export { type PartedTask, ViewerTasks } from './viewer-tasks.js';
