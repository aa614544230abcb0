import type { Package } from './open-package.js';
import { brokenPackage } from './open-package.js';
import { parseXml } from './parse-xml.js';

export interface XlsxSheetPart {
  readonly name: string;
  /** The path of its part inside the package. */
  readonly part: string;
}

/** Where a workbook keeps its sheets, hidden ones too, and how it counts days. */
export interface XlsxWorkbook {
  readonly sheets: readonly XlsxSheetPart[];
  readonly sharedStrings: string | null;
  readonly styles: string | null;
  /** Days are counted from 1904 (old Macs). */
  readonly is1904: boolean;
}

interface Relation {
  readonly type: string;
  readonly target: string;
}

function partPath(base: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const parts = [...base.split('/').slice(0, -1), ...target.split('/')];
  return parts.reduce<string[]>((path, part) => (part === '..' ? path.slice(0, -1) : part === '.' ? path : [...path, part]), []).join('/');
}

async function readRelations(pack: Package, owner: string): Promise<ReadonlyMap<string, Relation>> {
  const folder = owner.includes('/') ? owner.slice(0, owner.lastIndexOf('/') + 1) : '';
  const name = `${folder}_rels/${owner.slice(folder.length)}.rels`;
  const relations = new Map<string, Relation>();
  if (!pack.has(name)) return relations;
  await parseXml(pack.read(name), {
    open(element, { Id = '', Type = '', Target = '', TargetMode }) {
      if (element === 'Relationship' && TargetMode !== 'External') relations.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), target: partPath(owner, Target) });
    },
  });
  return relations;
}

async function mainPart(pack: Package): Promise<string> {
  const root = await readRelations(pack, '');
  const main = [...root.values()].find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  if (!pack.has(main)) throw brokenPackage();
  return main;
}

/** Reads the table of contents of an xlsx package. Throws FileRefusedError where it has none. */
export async function readXlsxWorkbook(pack: Package): Promise<XlsxWorkbook> {
  const main = await mainPart(pack);
  const relations = await readRelations(pack, main);
  const sheets: XlsxSheetPart[] = [];
  let is1904 = false;
  await parseXml(pack.read(main), {
    open(element, attributes) {
      if (element === 'workbookPr') is1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      if (element !== 'sheet') return;
      const relation = relations.get(attributes['id'] ?? '');
      if (relation?.type === 'worksheet' && pack.has(relation.target)) sheets.push({ name: attributes['name'] ?? '', part: relation.target });
    },
  });
  const partOf = (type: string): string | null => {
    const target = [...relations.values()].find((relation) => relation.type === type)?.target;
    return target !== undefined && pack.has(target) ? target : null;
  };
  return { sheets, sharedStrings: partOf('sharedStrings'), styles: partOf('styles'), is1904 };
}
