import { ExportLink, Loaded, usePortalQuery } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { PageHeader, Progress, SectionHeader, Select, useText } from '@ketenregie/ui';
import { useState } from 'react';
import { ImportStartDocument } from '../generated/operations.js';
import { DropArea } from '../upload/drop-area.js';
import { FILE_KIND_CHOICES, kindOf } from '../upload/file-kinds.js';
import type { FileKindChoice } from '../upload/file-kinds.js';
import { SupplierQuestion } from '../upload/supplier-question.js';
import { UploadProblem } from '../upload/upload-problem.js';
import { useUpload } from '../upload/use-upload.js';
import { ImportList } from './import-list.js';

/** Bringing a spreadsheet, and all that were brought before. */
export function ImportPage({ portal }: { readonly portal: Portal }) {
  const text = useText();
  const start = usePortalQuery(portal, { subject: 'viewer', document: ImportStartDocument, variables: {} });
  return (
    <>
      <PageHeader title={text('import.title')} lead={text('import.lead')} />
      <Loaded query={start}>{({ tenant, catalogue }) => tenant.viewerCan.includes('import.stage') && <Upload portal={portal} suppliers={catalogue.suppliers} />}</Loaded>
      <section aria-labelledby="eerder">
        <SectionHeader id="eerder" title={text('import.list')} action={<ExportLink portal={portal} list="imports" />} />
        <ImportList portal={portal} />
      </section>
    </>
  );
}

interface UploadProps {
  readonly portal: Portal;
  readonly suppliers: readonly { readonly key: string; readonly name: string }[];
}

function Upload({ portal, suppliers }: UploadProps) {
  const text = useText();
  const [kind, setKind] = useState<FileKindChoice | null>(null);
  const upload = useUpload(portal);
  const waiting = upload.needsSupplier;
  const kinds = [{ key: 'auto', label: text('import.kind.auto') }, ...FILE_KIND_CHOICES.map((key) => ({ key, label: text(`import.kind.${key}`) }))];
  return (
    <div className="x-upload">
      {upload.error !== null && <UploadProblem error={upload.error} onClose={upload.reset} />}
      {waiting !== null ? (
        <SupplierQuestion suppliers={suppliers} onAnswer={(supplier) => upload.send({ ...waiting, supplier })} onCancel={upload.forget} />
      ) : (
        <>
          <DropArea isBusy={upload.isBusy} onFile={(file) => upload.send({ file, kind, supplier: null })} />
          <div className="x-upload-side">
            <Select label={text('import.kind')} options={kinds} value={kind ?? 'auto'} onChange={(key) => setKind(kindOf(key))} />
            <p className="x-note">{text('import.notKept')}</p>
          </div>
        </>
      )}
      {upload.isBusy && <Progress label={text('import.sending', { name: upload.sending ?? '' })} done={0} total={null} detail={text('state.busy')} />}
    </div>
  );
}
