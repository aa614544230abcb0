import { addDays, calendarDate } from '@ketenregie/kernel';
import { dueStep, stepOn } from './index.js';

const END = calendarDate('2026-12-31');

describe('the step of the ladder', () => {
  it.each([
    ['91 days before: none yet', 91, null],
    ['90 days before', 90, 90],
    ['61 days before', 61, 90],
    ['60 days before', 60, 60],
    ['31 days before', 31, 60],
    ['30 days before', 30, 30],
    ['14 days before', 14, 14],
    ['8 days before', 8, 14],
    ['7 days before', 7, 7],
    ['the day before', 1, 1],
    ['the last day', 0, 1],
    ['afterwards: it is no end to come', -1, null],
  ])('%s', (_, left, step) => {
    expect(stepOn(addDays(END, -left), END)).toBe(step);
  });
});

describe('what is told', () => {
  it.each([
    ['the first time', 75, null, 90],
    ['not the same step again', 74, 90, null],
    ['the next step', 60, 90, 60],
    ['after three weeks without a sweep the present step alone', 6, 60, 7],
    ['found late, the present step alone', 5, null, 7],
    ['nothing where a lower step was told before the end was put off', 60, 14, null],
    ['nothing after the end', -1, 1, null],
  ])('%s', (_, left, told, step) => {
    expect(dueStep(addDays(END, -left), { end: END, told })).toBe(step);
  });

  it('climbs a ladder of the tenant\'s own', () => {
    const told: number[] = [];
    for (let left = 50; left >= -2; left -= 1) {
      const step = dueStep(addDays(END, -left), { end: END, told: told.at(-1) ?? null }, [45, 3]);
      if (step !== null) told.push(step);
    }
    expect(told).toEqual([45, 3]);
  });
});
