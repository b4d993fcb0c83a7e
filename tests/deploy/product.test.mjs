// The way to production, step by step on a real PostgreSQL: logins, migrate as the owner, serve and work under the
// restricted logins. What starts is what the last stage of the Dockerfile holds; image.test.mjs has put it there.

import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { execForm, readDockerfile } from './lib/dockerfile.mjs'
import { passwords, startEmbedded } from './lib/database.mjs'
import { inRepository } from './lib/places.mjs'
import { freePort, run, start, statusOf, unprivileged, until } from './lib/processes.mjs'

const logins = [inRepository('deploy/logins.sh')]
const product = inRepository('artifacts/image/final/product')
const final = readDockerfile(inRepository('deploy/Dockerfile')).at(-1)
const entry = execForm(final.steps.find(({ name }) => name === 'ENTRYPOINT').text)
const roles = "SELECT string_agg(rolname, ' ' ORDER BY rolname) FROM pg_roles WHERE rolname LIKE 'mentoring%'"

let database
const running = []

/** A workload as the container starts it: without rights, without a file that it could write. */
async function workload(args, env = {}) {
  const port = await freePort()
  const started = start(unprivileged([...entry, ...args]), {
    cwd: product,
    env: { DOTNET_EnableDiagnostics: '0', ASPNETCORE_HTTP_PORTS: `${port}`, ...env },
  })
  running.push(started)
  return Object.assign(started, { port, address: `http://127.0.0.1:${port}` })
}

before(async () => {
  assert.ok(existsSync(product), 'run image.test.mjs first')
  database = await startEmbedded()
})

after(async () => {
  await Promise.all(running.map((one) => one.stop()))
  await database?.stop()
})

test('logins are not made without a password for each of them', () => {
  const words = { ...passwords(), MENTORING_WORK_PASSWORD: 'short', MENTORING_SCHOOL_PASSWORD: 'with;a-semicolon-in-it' }
  delete words.MENTORING_BACKUP_PASSWORD
  const { code, err } = run(logins, { env: { ...database.env, ...words } })
  assert.equal(code, 2)
  assert.match(err, /MENTORING_SCHOOL_PASSWORD MENTORING_WORK_PASSWORD MENTORING_BACKUP_PASSWORD$/m)
  assert.equal(database.ask(roles), '')
})

test('logins are made, and made again with other passwords and without what somebody has added', () => {
  const first = run(logins, { env: { ...database.env, ...passwords('first') } })
  assert.equal(first.code, 0, first.said)
  assert.equal(first.said, '', 'nothing is said, no password least of all')
  assert.equal(
    database.ask(roles),
    'mentoring_accounts mentoring_backup mentoring_oversight mentoring_owner mentoring_school mentoring_work',
  )
  database.ask('ALTER ROLE mentoring_school BYPASSRLS CREATEROLE')
  const again = run(logins, { env: { ...database.env, ...passwords('second') } })
  assert.equal(again.code, 0, again.said)
  const wide = 'SELECT count(*) FROM pg_roles WHERE rolname LIKE $$mentoring%$$'
  assert.equal(database.ask(`${wide} AND (rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication)`), '0')
  const passing = "SELECT string_agg(rolname, ' ') FROM pg_roles WHERE rolbypassrls AND NOT rolsuper"
  assert.equal(database.ask(passing), 'mentoring_backup')
  assert.match(
    database.attempt('SELECT 1', database.as('mentoring_work', passwords('first').MENTORING_WORK_PASSWORD)).err,
    /authentication failed/,
  )
  const work = database.as('mentoring_work', passwords('second').MENTORING_WORK_PASSWORD)
  assert.equal(database.ask('SELECT current_user', work), 'mentoring_work')
})

test('a server refuses an empty database, in words', async () => {
  const serve = await workload(['serve'], database.connections(passwords('second')).restricted)
  assert.equal(await serve.ended, 1)
  assert.match(serve.said, /walls are not as they should be[\s\S]*nothing was migrated/)
  assert.doesNotMatch(serve.said, /\bat Mentoring\./, 'a stack trace')
})

test('migrate makes the schema as the owner, and a second time has nothing to do', () => {
  const env = database.connections(passwords('second')).owner
  const migrate = unprivileged([...entry, 'migrate'])
  const first = run(migrate, { cwd: product, env })
  assert.equal(first.code, 0, first.said)
  assert.match(first.out, /applied 0001_Foundation/)
  assert.deepEqual({ ...run(migrate, { cwd: product, env }) }, { code: 0, out: '', err: '', said: '' })
})

test('a server under the restricted logins is ready, gives the client, and ends in order', async () => {
  const serve = await workload(execForm(final.steps.find(({ name }) => name === 'CMD').text), {
    ...database.connections(passwords('second')).restricted,
    ASPNETCORE_FORWARDEDHEADERS_ENABLED: 'true',
    RequestLimits__PerMinute: '3',
  })
  const ready = async () => ((await statusOf(`${serve.address}/health/ready`)) === 200 ? true : undefined)
  await until('serve is ready', ready, serve)
  assert.match(await (await fetch(serve.address)).text(), /<div id="root">/)

  const command = execForm(final.steps.find(({ name }) => name === 'HEALTHCHECK').text)
  const health = run(unprivileged(command), { cwd: product, env: { ASPNETCORE_HTTP_PORTS: `${serve.port}` } })
  assert.equal(health.code, 0, health.said)

  // The proxy says who asks: one caller's limit is not another's.
  const asked = async (address) => {
    const headers = { 'X-Forwarded-For': address }
    return (await fetch(`${serve.address}/api/v1/accounts/session`, { headers })).status
  }
  const statuses = await Promise.all(Array.from({ length: 40 }, () => asked('192.0.2.1')))
  assert.ok(statuses.includes(429), statuses.join())
  assert.notEqual(await asked('192.0.2.2'), 429)
  assert.equal(await serve.stop(), 0, serve.said)
})

test('a worker under the restricted logins is ready and ends in order', async () => {
  const work = await workload(['work'], database.connections(passwords('second')).restricted)
  const ready = async () => ((await statusOf(`${work.address}/health/ready`)) === 200 ? true : undefined)
  await until('work is ready', ready, work)
  assert.equal(await work.stop(), 0, work.said)
})

test('a folder without a client, and a database that is not there or refuses, are told in one line', async () => {
  const missing = await workload(['serve', '--client', 'nowhere'], database.connections(passwords('second')).restricted)
  assert.equal(await missing.ended, 1)
  assert.match(missing.said, /^There is no built client in \S+nowhere\.[^\n]*\n$/)
  const alone = Object.fromEntries(
    Object.entries(database.connections().restricted).map(([name, text]) => [name, text.replace(/Port=\d+/, 'Port=1')]),
  )
  const lost = await workload(['serve'], alone)
  assert.equal(await lost.ended, 1)
  assert.match(lost.said, /^The database cannot be reached: [^\n]*\n$/)
  const unset = run(unprivileged([...entry, 'migrate']), { cwd: product })
  assert.equal(unset.code, 1)
  assert.match(unset.said, /^Set ConnectionStrings__Owner [^\n]*\n$/)
  const unready = run(unprivileged([...entry, 'migrate']), {
    cwd: product,
    env: { ConnectionStrings__Owner: 'Host=127.0.0.1;Port=1;Username=mentoring_owner;Password=x' },
  })
  assert.equal(unready.code, 1)
  assert.match(unready.said, /^The database cannot be reached: [^\n]*\n$/)
  const stranger = await workload(['serve'], database.connections(passwords('first')).restricted)
  assert.equal(await stranger.ended, 1)
  assert.match(stranger.said, /^The database refuses: password authentication failed[^\n]*\n$/)
})

test('the backup login reads every row and writes none', () => {
  const backup = database.as('mentoring_backup', passwords('second').MENTORING_BACKUP_PASSWORD)
  database.ask(
    `INSERT INTO mentoring.tenant (id, kind, lineage, name, short_name, time_zone)
     SELECT t.id, 'region', ARRAY[t.id], 'Пробная', 'Пробная', 'Europe/Moscow' FROM (SELECT gen_random_uuid() AS id) t`,
    { ...database.env, PGDATABASE: 'mentoring' },
  )
  assert.equal(database.ask('SELECT count(*) FROM mentoring.tenant', backup), '1')
  const insisting = { ...backup, PGOPTIONS: '-c default_transaction_read_only=off' }
  assert.match(database.attempt('DELETE FROM mentoring.tenant', backup).err, /read-only transaction/)
  assert.match(database.attempt('DELETE FROM mentoring.tenant', insisting).err, /permission denied/)
})
