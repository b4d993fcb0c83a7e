// PostgreSQL servers for tests: the product's embedded one, and psql beside it.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { host } from './places.mjs'
import { must, run, start, until } from './processes.mjs'

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

/** The embedded server on a folder of its own. */
export async function startEmbedded() {
  const folder = mkdtempSync(join(tmpdir(), 'mentoring-deploy-'))
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
