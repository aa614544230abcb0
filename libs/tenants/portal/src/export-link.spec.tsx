import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { ExportLink } from './export-link.js';
import { fakeApi, renderPage } from './testing/index.js';
import { ViewerCanContext } from './viewer-can.js';

function shown(can: readonly string[] | null) {
  renderPage(fakeApi({}), (portal) => (
    <ViewerCanContext value={can}>
      <ExportLink portal={portal} list="access" filter={{ levels: 'EH3', supplierKeys: '' }} />
    </ViewerCanContext>
  ));
  return screen.queryByRole('link', { name: 'Exporteren' });
}

describe('a list as a file', () => {
  it('is offered to who may export, with the filters that are set', () => {
    expect(shown(['export.make'])).toHaveAttribute('href', '/exports/access.xlsx?tenant=noord&levels=EH3&language=nl');
  });

  it('is offered as the other kinds of file too, with the same filters', async () => {
    const fetched: (string | null)[] = [];
    // jsdom goes nowhere: what the browser would fetch is noted.
    HTMLAnchorElement.prototype.click = function click() { fetched.push(this.getAttribute('href')); };
    shown(['export.make']);
    for (const name of ['LibreOffice (ods)', /^Tekst met puntkomma/]) {
      await userEvent.click(screen.getByRole('button', { name: 'Exporteren: soort bestand kiezen' }));
      await userEvent.click(await screen.findByRole('menuitem', { name }));
    }
    expect(fetched).toEqual(['/exports/access.ods?tenant=noord&levels=EH3&language=nl', '/exports/access.csv?tenant=noord&levels=EH3&language=nl']);
  });

  it('is offered while it is not known who may', () => {
    expect(shown(null)).toBeVisible();
  });

  it('is not offered to who may not', () => {
    expect(shown(['company.see'])).toBeNull();
    expect(screen.queryByRole('button')).toBeNull();
  });
});
