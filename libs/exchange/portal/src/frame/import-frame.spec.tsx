import { fakeApi, renderPage } from '@ketenregie/tenants-portal/testing';
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ImportDetails } from '../import-facts.js';
import { keepFile } from '../upload/kept-files.js';
import { ImportFrame } from './import-frame.js';

const interrupted = (kind: string): ImportDetails['operation'] => ({ kind, state: 'failed', phase: '', done: 0, total: null, failure: 'INTERRUPTED' });
const staged: ImportDetails = { id: 'i', fileName: 'ketens.xlsx', kind: 'accountant-chains', supplierKey: null, state: 'staged', createdAt: '2026-11-23T08:00:00Z', createdBy: 'Ilse', undoableUntil: null, changes: null, viewerCan: [], sheets: [], operation: null, preview: null };

const shown = (found: ImportDetails) =>
  renderPage(fakeApi({ ImportOne: () => ({ import: found }) }), (portal) => (
    <ImportFrame portal={portal} importId="i" step="check" title={(file) => file} lead="">
      {() => <p>De regels</p>}
    </ImportFrame>
  ));

describe('an import whose work was cut off', () => {
  it('says that nothing was recorded, and shows what is there to record again', async () => {
    shown({ ...staged, operation: interrupted('import.apply') });
    expect(await screen.findByText('Het vastleggen werd onderbroken.')).toBeVisible();
    expect(screen.getByText('De regels')).toBeVisible();
  });

  it('says that all still stands where undoing was cut off', async () => {
    shown({ ...staged, state: 'applied', operation: interrupted('import.undo') });
    expect(await screen.findByText('Het ongedaan maken werd onderbroken.')).toBeVisible();
  });

  it('offers to read the same file again in the window that still has it, another one else', async () => {
    shown({ ...staged, state: 'failed', operation: interrupted('import.stage') }).unmount();
    shown({ ...staged, state: 'failed', operation: interrupted('import.stage') });
    expect(await screen.findByText('Dit werd onderbroken.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Hetzelfde bestand opnieuw lezen' })).toBeNull();
    expect(screen.getByRole('link', { name: 'Ander bestand kiezen' })).toBeVisible();
  });

  it('sends that file again with one press', async () => {
    keepFile('i', new File(['x'], 'ketens.xlsx'));
    const sent: string[] = [];
    globalThis.fetch = ((address: string) => {
      sent.push(address);
      return Promise.resolve({ ok: true, status: 202, json: () => Promise.resolve({ importId: 'again' }) } as Response);
    }) as typeof fetch;
    const { went } = shown({ ...staged, state: 'failed', operation: interrupted('import.stage') });
    await userEvent.click(await screen.findByRole('button', { name: 'Hetzelfde bestand opnieuw lezen' }));
    await waitFor(() => expect(went).toEqual(['/noord/import/again/kolommen']));
    expect(sent).toEqual(['/imports']);
  });

  it('says nothing of the kind where all went well', async () => {
    shown({ ...staged, operation: { ...interrupted('import.stage'), state: 'done', failure: null } as ImportDetails['operation'] });
    expect(await screen.findByText('De regels')).toBeVisible();
    expect(screen.queryByText(/onderbroken/)).toBeNull();
  });
});
