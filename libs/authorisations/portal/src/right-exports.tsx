import { ExportLink } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { useText } from '@ketenregie/ui';

export interface RightExportsProps {
  readonly portal: Pick<Portal, 'tenant'>;
  readonly companyId: string;
  /** The kinds of the rights on the page: a file that would be empty is not offered. */
  readonly kinds: readonly string[];
}

/** The rights of a company as files, each kind with the columns that an import of it reads. */
export function RightExports({ portal, companyId, kinds }: RightExportsProps) {
  const text = useText();
  return (
    <>
      {kinds.includes('client-half') && <ExportLink portal={portal} list="authorisations" filter={{ companyId }} label={text('list.exportChains')} />}
      {kinds.includes('direct') && <ExportLink portal={portal} list="direct-authorisations" filter={{ companyId }} label={text('list.exportRights')} />}
    </>
  );
}
