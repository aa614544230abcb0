import { Button, Notice, useText } from '@ketenregie/ui';
import { useEffect, useState } from 'react';

/** Where a part of the page cannot be fetched, a newer version was put in its place: says so, and offers to fetch the page anew. */
export function NewVersion() {
  const text = useText();
  const [isNew, setNew] = useState(false);
  useEffect(() => {
    const listen = () => setNew(true);
    window.addEventListener('vite:preloadError', listen);
    return () => window.removeEventListener('vite:preloadError', listen);
  }, []);
  if (!isNew) return null;
  return (
    <div className="p-version">
      <Notice kind="information" title={text('state.newVersion')} action={<Button onPress={() => location.reload()}>{text('action.refresh')}</Button>} />
    </div>
  );
}
