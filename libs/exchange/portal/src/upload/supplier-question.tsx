import { Button, Notice, Select, useText } from '@ketenregie/ui';
import { useState } from 'react';

export interface SupplierQuestionProps {
  readonly suppliers: readonly { readonly key: string; readonly name: string }[];
  readonly onAnswer: (supplier: string) => void;
  readonly onCancel: () => void;
}

/** Asked only where the file itself does not say whose console it comes from. */
export function SupplierQuestion({ suppliers, onAnswer, onCancel }: SupplierQuestionProps) {
  const text = useText();
  const [supplier, setSupplier] = useState<string | null>(null);
  return (
    <Notice kind="warning" title={text('import.supplier')}>
      <div className="x-question">
        <p>{text('import.supplierWhy')}</p>
        <Select label={text('import.meaning.supplier')} options={suppliers.map(({ key, name }) => ({ key, label: name }))} value={supplier} onChange={setSupplier} />
        <div className="x-actions">
          <Button kind="primary" isDisabled={supplier === null} onPress={() => supplier !== null && onAnswer(supplier)}>
            {text('import.supplierGo')}
          </Button>
          <Button kind="quiet" onPress={onCancel}>
            {text('import.another')}
          </Button>
        </div>
      </div>
    </Notice>
  );
}
