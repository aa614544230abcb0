import { deflateRawSync } from 'node:zlib';

export interface ZipPart {
  readonly name: string;
  readonly content: string | Buffer;
  /** What the headers say of the unpacked size, where that is a lie. */
  readonly claimedSize?: number;
}

function header(part: { name: Buffer; packed: Buffer; size: number }, offset: number | null): Buffer {
  const isCentral = offset !== null;
  const bytes = Buffer.alloc(isCentral ? 46 : 30);
  const at = isCentral ? 2 : 0;
  bytes.writeUInt32LE(isCentral ? 0x02014b50 : 0x04034b50, 0);
  bytes.writeUInt16LE(20, 4);
  if (isCentral) bytes.writeUInt16LE(20, 6);
  bytes.writeUInt16LE(8, 8 + at);
  bytes.writeUInt32LE(part.packed.length, 18 + at);
  bytes.writeUInt32LE(part.size, 22 + at);
  bytes.writeUInt16LE(part.name.length, 26 + at);
  if (isCentral) bytes.writeUInt32LE(offset, 42);
  return bytes;
}

/** Writes a zip of deflated parts, honest or not: for tests of what reads them. */
export function zipOf(parts: readonly ZipPart[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claimedSize } of parts) {
    const raw = Buffer.from(content as string);
    const part = { name: Buffer.from(name), packed: deflateRawSync(raw), size: claimedSize ?? raw.length };
    centrals.push(header(part, offset), part.name);
    const local = [header(part, null), part.name, part.packed];
    locals.push(...local);
    offset += local.reduce((sum, bytes) => sum + bytes.length, 0);
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(centrals.reduce((sum, bytes) => sum + bytes.length, 0), 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...centrals, end]);
}

/** An xlsx of one sheet: its rows as sheet XML, with parts of one's own added or put in the place of ours. */
export function xlsxOf(sheetData: string, own: readonly ZipPart[] = []): Buffer {
  const parts: ZipPart[] = [
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: '_rels/.rels', content: '<Relationships><Relationship Id="r1" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>' },
    { name: 'xl/workbook.xml', content: '<x:workbook xmlns:x="m" xmlns:r="r"><x:sheets><x:sheet name="Lijst" sheetId="1" state="hidden" r:id="r1"/></x:sheets></x:workbook>' },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: '<Relationships><Relationship Id="r1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://x/styles" Target="/xl/styles.xml"/></Relationships>',
    },
    { name: 'xl/worksheets/sheet1.xml', content: `<worksheet><sheetData>${sheetData}</sheetData></worksheet>` },
  ];
  const names = new Set(own.map((part) => part.name));
  return zipOf([...parts.filter((part) => !names.has(part.name)), ...own]);
}
