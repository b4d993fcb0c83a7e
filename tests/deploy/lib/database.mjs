// PostgreSQL servers for tests: the product's embedded one, and psql beside it.

import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { host } from './places.mjs'
import { freePort, must, run, start, unprivileged, until } from './processes.mjs'

/** Environment in which programs of PostgreSQL find themselves first: MENTORING_PG_BIN names their folder. */
const path = [process.env.MENTORING_PG_BIN, process.env.PATH].filter(Boolean).join(':')

/** Passwords as an operator would choose them; `round` makes others. */
export const passwords = (round = 'first') =>
  Object.fromEntries(
    ['OWNER', 'SCHOOL', 'OVERSIGHT', 'WORK', 'ACCOUNTS', 'BACKUP'].map((name) => [
      `MENTORING_${name}_PASSWORD`,
      `${round}-password-of-${name.toLowerCase()}`,
    ]),
  )

/** A server that can be reached: what psql needs to know, and how to ask it. */
export class Database {
  constructor({ host: address, port, user, password }) {
    this.port = port
    this.env = { PGHOST: address, PGPORT: port, PGUSER: user, PGPASSWORD: password, PGDATABASE: 'postgres', PATH: path }
  }

  /** The environment of another login. */
  as(login, password, database = 'mentoring') {
    return { ...this.env, PGUSER: login, PGPASSWORD: password, PGDATABASE: database }
  }

  /** Runs SQL; the answer is unaligned text. */
  ask(sql, env = this.env) {
    return must(['psql', '-XAtq', '-v', 'ON_ERROR_STOP=1', '-c', sql], { env }).out.trim()
  }

  /** Runs SQL that may be refused. */
  attempt(sql, env = this.env) {
    return run(['psql', '-XAtq', '-v', 'ON_ERROR_STOP=1', '-c', sql], { env })
  }

  /** The connection strings of the product, by the names of its settings. */
  connections(words = passwords()) {
    const of = (login) =>
      `Host=${this.env.PGHOST};Port=${this.port};Database=mentoring;Username=mentoring_${login};` +
      `Password=${words[`MENTORING_${login.toUpperCase()}_PASSWORD`]}`
    return {
      owner: { ConnectionStrings__Owner: of('owner') },
      restricted: {
        ConnectionStrings__School: of('school'),
        ConnectionStrings__Oversight: of('oversight'),
        ConnectionStrings__Work: of('work'),
        ConnectionStrings__Accounts: of('accounts'),
      },
    }
  }
}

/** A folder that PostgreSQL's account can pass through too; otherwise the data would go elsewhere and stay there. */
export function openFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'mentoring-deploy-'))
  chmodSync(folder, 0o755)
  return folder
}

/** The embedded server on a folder of its own. */
export async function startEmbedded() {
  const folder = openFolder()
  const server = start(['dotnet', host, 'postgres', folder])
  const text = await until('PostgreSQL', () => /Host=[^\n]*/.exec(server.said)?.[0], server)
  const value = (name) => new RegExp(`${name}=([^;]*)`).exec(text)[1]
  const database = new Database({
    host: value('Host'),
    port: value('Port'),
    user: value('Username'),
    password: value('Password'),
  })
  database.stop = async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return database
}

/**
 * A server of the machine's own PostgreSQL on a new data folder: of the same major version as its pg_dump, which
 * refuses newer servers. The embedded one brings no pg_dump.
 */
export async function startInstalled() {
  if (!process.env.MENTORING_PG_BIN) throw new Error('Name the folder of PostgreSQL\'s programs in MENTORING_PG_BIN.')
  const folder = mkdtempSync(join(tmpdir(), 'mentoring-postgres-'))
  const [data, words] = [join(folder, 'data'), join(folder, 'superuser')]
  const password = 'superuser-of-the-test'
  mkdirSync(data)
  writeFileSync(words, password)
  // PostgreSQL refuses root, so what it owns belongs to somebody else.
  if (process.getuid() === 0) [folder, data, words].forEach((path) => chownSync(path, 65534, 65534))
  chmodSync(data, 0o700)
  const program = (name) => join(process.env.MENTORING_PG_BIN, name)
  const made = ['--auth=scram-sha-256', '--username=postgres', `--pwfile=${words}`, '--encoding=UTF8', '--locale=C.UTF-8']
  must(unprivileged([program('initdb'), '-D', data, '--no-sync', ...made]), { cwd: folder })
  const port = `${await freePort()}`
  const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', port, fsync: 'off' }
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const server = start(unprivileged([program('postgres'), '-D', data, ...options]), { cwd: folder })
  const database = new Database({ host: '127.0.0.1', port, user: 'postgres', password })
  await until('PostgreSQL', () => (database.attempt('SELECT 1').code === 0 ? true : undefined), server)
  database.version = execFileSync(program('postgres'), ['--version'], { encoding: 'utf8' }).trim()
  database.stop = async () => {
    // Fast: sessions are ended, everything is written.
    await server.stop('SIGINT')
    rmSync(folder, { recursive: true, force: true })
  }
  return database
}
