import { readFile } from 'node:fs/promises'
import { inflateRawSync } from 'node:zlib'

const END = 0x06054b50
const ENTRY = 0x02014b50

/** The words of a .docx, paragraph by paragraph, as a reader of the paper meets them. */
export async function linesOf(file: string): Promise<string[]> {
  const xml = part(await readFile(file), 'word/document.xml').toString('utf8')
  return xml
    .split('</w:p>')
    .map((paragraph) =>
      paragraph
        .replace(/<w:(tab|br)\b[^>]*\/>/g, '\t')
        .replace(/<[^>]+>/g, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&')
        // Numbers and initials are kept on one line by spaces that do not break.
        .replaceAll('\u00a0', ' '),
    )
    .filter((line) => line.trim() !== '')
}

/** One part of the package, by the directory at the end of the file. */
function part(zip: Buffer, name: string): Buffer {
  const end = zip.lastIndexOf(Buffer.from(Uint32Array.of(END).buffer))
  if (end < 0) throw new Error('The file is no package.')
  let at = zip.readUInt32LE(end + 16)
  while (zip.readUInt32LE(at) === ENTRY) {
    const nameLength = zip.readUInt16LE(at + 28)
    const known = zip.toString('utf8', at + 46, at + 46 + nameLength)
    if (known === name) {
      const local = zip.readUInt32LE(at + 42)
      const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
      const data = zip.subarray(start, start + zip.readUInt32LE(at + 20))
      return zip.readUInt16LE(at + 10) === 0 ? data : inflateRawSync(data)
    }
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  throw new Error(`The package has no ${name}.`)
}
