import { execFile } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import ts from 'typescript'
import { BusyServer } from '../harness/busyServer'
import { activePair } from '../harness/people'
import { expect, test } from '../harness/test'

const run = promisify(execFile)
const EXAMPLES = resolve(import.meta.dirname, '../../../docs/api/examples')

interface Key {
  id: string
  secret: string
}

/** Each example, taken elsewhere as its reader would; the command that runs it there. */
const examples: Record<string, (folder: string) => [string, string[]]> = {
  'curl.sh': (folder) => {
    copyFileSync(join(EXAMPLES, 'curl.sh'), join(folder, 'curl.sh'))
    return ['sh', ['curl.sh']]
  },
  'csharp/Figures.cs': (folder) => {
    copyFileSync(join(EXAMPLES, 'csharp/Figures.cs'), join(folder, 'Figures.cs'))
    return ['dotnet', ['run', 'Figures.cs']]
  },
  'typescript/figures.ts': (folder) => {
    const source = readFileSync(join(EXAMPLES, 'typescript/figures.ts'), 'utf8')
    const { ESNext: module } = ts.ModuleKind
    const { ES2022: target } = ts.ScriptTarget
    const { outputText } = ts.transpileModule(source, { compilerOptions: { module, target } })
    writeFileSync(join(folder, 'figures.mjs'), outputText)
    return ['node', ['figures.mjs']]
  },
}

test(
  'the examples of the API read the figures that the page shows, and wait when told to',
  { tag: ['@C-66'] },
  async ({ doors, staff, baseURL }) => {
    const authority = await doors.api('gorod.uo')
    const scopes = ['figuresRead', 'organizationsRead']
    const body = { name: 'Примеры', scopes, validForDays: 1 }
    const key = await authority.post<Key>('api-keys', body)
    const shown = async () => {
      const { total } = await authority.get<{ total: number }>('organizations')
      const { totals } = await authority.get<{ totals: { activePairs: number } }>('dashboard')
      return { organizations: total, pairs: totals.activePairs }
    }
    await activePair(staff)
    await expect.poll(async () => (await shown()).pairs, { timeout: 60_000 }).toBeGreaterThan(0)
    expect((await shown()).organizations, 'more than one page').toBeGreaterThan(2)

    const busy = await BusyServer.start(baseURL!)
    const folder = mkdtempSync(join(tmpdir(), 'mentoring-examples-'))
    try {
      for (const [name, prepare] of Object.entries(examples)) {
        const [command, args] = prepare(folder)
        const env = {
          ...process.env,
          MENTORING_URL: busy.url,
          MENTORING_KEY: key.secret,
          MENTORING_MUNICIPALITY: authority.home.tenantId,
        }
        // Other tests make pairs at the same time: what is printed is compared until it meets.
        await expect(async () => {
          busy.again()
          const { stdout } = await run(command, args, { cwd: folder, env })
          const { organizations, pairs } = await shown()
          expect(stdout, name).toBe(`organizations ${organizations}\nactivePairs ${pairs}\n`)
        }).toPass({ timeout: 60_000 })
        expect(busy.refusals, `${name} was told to wait`).toBeGreaterThan(2)
      }
    } finally {
      await busy.stop()
      rmSync(folder, { recursive: true, force: true })
    }
    await authority.post(`api-keys/${key.id}/revocation`)
  },
)
