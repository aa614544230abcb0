import { SaxesParser } from 'saxes';
import { brokenPackage } from './open-package.js';
import { FileRefusedError } from './file-refused.error.js';

export type XmlAttributes = Readonly<Record<string, string>>;

/** What a part's reader is told of: elements by their local name, attributes with their prefix taken off too. */
export interface XmlEvents {
  open(name: string, attributes: XmlAttributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

function localAttributes(attributes: Record<string, string>): XmlAttributes {
  const plain: Record<string, string> = {};
  for (const name in attributes) plain[local(name)] = attributes[name] ?? '';
  return plain;
}

/** Hands the event loop back between chunks, so that a large file holds up nobody else. */
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Parses one XML part as it arrives. A document type is refused at its first sign: entities could read files or grow without end.
 * Throws FileRefusedError for that and for anything that is no XML.
 */
export async function parseXml(chunks: AsyncIterable<Buffer>, events: XmlEvents): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const decoder = new TextDecoder('utf-8');
  parser.on('error', () => {
    throw brokenPackage();
  });
  parser.on('doctype', () => {
    throw new FileRefusedError('Het bestand bevat een DTD, en die wordt om veiligheidsredenen niet gelezen. Sla het opnieuw op als .xlsx of .csv.');
  });
  parser.on('opentag', (tag) => events.open(local(tag.name), localAttributes(tag.attributes)));
  parser.on('closetag', (tag) => events.close?.(local(tag.name)));
  parser.on('text', (text) => events.text?.(text));
  parser.on('cdata', (text) => events.text?.(text));
  for await (const chunk of chunks) {
    parser.write(decoder.decode(chunk, { stream: true }));
    await breathe();
  }
  parser.write(decoder.decode());
  parser.close();
}
