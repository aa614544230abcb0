import '@ketenregie/reviews-portal/styles.css';
import '@ketenregie/tenants-portal/styles.css';
import { ReviewsPage } from '@ketenregie/reviews-portal';
import type { PageOf } from '../page-of.js';

export function Reviews({ portal }: PageOf) {
  return <ReviewsPage portal={portal} />;
}
