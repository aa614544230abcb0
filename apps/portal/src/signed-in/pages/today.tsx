import { TodayPage } from '@ketenregie/tasks-portal';
import type { PageOf } from '../page-of.js';

export function Today({ portal }: PageOf) {
  return <TodayPage portal={portal} />;
}
