export { isSweepDue, type Swept, sweepTasks } from './sweep-tasks.js';
export { type SweepContext, sweepAll, sweepTasksJob, sweepWhereDue } from './sweep-tasks.job.js';
export { openTasks, type TaskFilter, type TaskGroup, type TaskPage, type TaskRecord, type TaskWeek, taskExamples, taskGroups, taskPage, taskWeeks } from './tasks.queries.js';
export { TasksModule } from './tasks.module.js';
