// Where things are, and the programs of the machine that tests may use.

import { execFileSync } from 'node:child_process'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const repository = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..', '..')

export const inRepository = (...parts) => join(repository, ...parts)

/** The product as `./test` and `./run` build it. */
export const host = inRepository('src/Mentoring.Host/bin/Release/net10.0/Mentoring.Host.dll')

/** Names of files that git keeps or would keep: what a clone has, without what builds leave. */
export function trackedFiles() {
  const listed = execFileSync(
    'git',
    ['-c', 'safe.directory=*', 'ls-files', '-z', '--cached', '--others', '--exclude-standard'],
    { cwd: repository, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  )
  return listed.split('\0').filter(Boolean)
}
