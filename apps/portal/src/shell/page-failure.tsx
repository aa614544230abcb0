import { Button, EmptyState, useText } from '@ketenregie/ui';

/** In place of a page that failed while it was drawn or fetched: in words, with a way on. */
export function PageFailure() {
  const text = useText();
  return (
    <div className="p-failure" role="alert">
      <EmptyState title={text('problem.INTERNAL.what')} action={<Button onPress={() => location.reload()}>{text('action.refresh')}</Button>}>
        {text('problem.INTERNAL.next')}
      </EmptyState>
    </div>
  );
}
