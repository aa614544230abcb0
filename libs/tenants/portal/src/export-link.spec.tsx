import { screen } from '@testing-library/react';
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
    expect(shown(['export.make'])).toHaveAttribute('href', '/exports/access.xlsx?tenant=noord&levels=EH3');
  });

  it('is offered while it is not known who may', () => {
    expect(shown(null)).toBeVisible();
  });

  it('is not offered to who may not', () => {
    expect(shown(['company.see'])).toBeNull();
  });
});
