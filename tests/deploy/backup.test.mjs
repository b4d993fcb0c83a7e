// Backup and restore on two servers with data folders of their own: what is restored is what was there, and what is
// not whole is noticed. A demo region without its history is the data; PostgreSQL is the one installed on the machine.

import assert from 'node:assert/strict'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { passwords, startInstalled } from './lib/database.mjs'
import { host, inRepository } from './lib/places.mjs'
import { freePort, must, run, start, statusOf, until } from './lib/processes.mjs'

const script = (name) => inRepository('deploy', name)
const words = passwords()
const folder = mkdtempSync(join(tmpdir(), 'mentoring-backups-'))
const manifestOf = (backup) => readFileSync(join(backup, 'manifest.tsv'), 'utf8')

let source
let target
let backup
const running = []

const backupAs = (login) =>
  run([script('backup.sh'), folder], { env: source.as(`mentoring_${login}`, words[`MENTORING_${login.toUpperCase()}_PASSWORD`]) })
const restore = (from, name = 'mentoring', ...options) =>
  run([script('restore.sh'), ...options, from], { env: { ...target.env, PGDATABASE: name } })
const logins = (server, name = 'mentoring') =>
  must([script('logins.sh')], { env: { ...server.env, ...words, MENTORING_DATABASE: name } })

/** Rows come and go while the function works: a backup of two moments would show. */
async function underWrites(act) {
  const writer = start(['psql', '-Xq', '-v', 'ON_ERROR_STOP=1', '-f', '-'], { env: { ...source.env, PGDATABASE: 'mentoring' } })
  writer.child.stdin.end(`DO $$ BEGIN LOOP
    INSERT INTO mentoring.work_item (id, tenant_id, kind, key, due_at, parked_at)
      SELECT gen_random_uuid(), id, 'test', '', now(), now() FROM mentoring.tenant LIMIT 5;
    DELETE FROM mentoring.work_item WHERE id IN (SELECT id FROM mentoring.work_item WHERE kind = 'test' LIMIT 2);
    COMMIT;
  END LOOP; END $$;`)
  const rows = () => Number(source.ask('SELECT count(*) FROM mentoring.work_item', { ...source.env, PGDATABASE: 'mentoring' }))
  await until('the writer writes', () => (rows() > 50 ? true : undefined), writer)
  const answer = act()
  const end = rows()
  await writer.stop('SIGINT')
  return { answer, end }
}

before(async () => {
  source = await startInstalled()
  target = await startInstalled()
  logins(source)
  // The demo makes its own logins' passwords, for which its owner must be allowed to; logins.sh takes that away again.
  source.ask('ALTER ROLE mentoring_owner CREATEROLE')
  const { ConnectionStrings__Owner } = source.connections(words).owner
  const demo = start(['dotnet', host, 'demo', '--history', 'none', '--port', `${await freePort()}`], {
    env: { ConnectionStrings__Owner },
    cwd: folder,
  })
  running.push(demo)
  await until('the demo region', () => (demo.said.includes('ready: http') ? true : undefined), demo)
  assert.equal(await demo.stop(), 0, demo.said)
  logins(source)
})

after(async () => {
  await Promise.all(running.map((one) => one.stop()))
  await Promise.all([source?.stop(), target?.stop()])
  rmSync(folder, { recursive: true, force: true })
})

test('a login that does not see every row makes no backup, loudly', () => {
  for (const [login, reason] of [
    ['school', /permission denied/],
    ['oversight', /permission denied/],
    // It owns every table, and is bound by their walls all the same.
    ['owner', /row-level security/],
  ]) {
    const { code, said } = backupAs(login)
    assert.notEqual(code, 0, login)
    assert.match(said, reason)
    assert.match(said, /No backup was made/)
    assert.deepEqual(readdirSync(folder), [], `${login} left something that could pass for a backup`)
  }
})

test('pg_dump itself refuses the owner, so that nothing hangs on our script alone', () => {
  const env = source.as('mentoring_owner', words.MENTORING_OWNER_PASSWORD)
  const { code, err } = run(['pg_dump', '--format=custom', `--file=${join(folder, 'x')}`], { env })
  rmSync(join(folder, 'x'), { force: true })
  assert.notEqual(code, 0)
  assert.match(err, /row-level security/)
})

test('the backup login makes one, of one moment, while others write', async () => {
  const { answer, end } = await underWrites(() => backupAs('backup'))
  assert.equal(answer.code, 0, answer.said)
  backup = answer.out.trim()
  assert.deepEqual(readdirSync(folder).map((name) => join(folder, name)), [backup])
  assert.deepEqual(readdirSync(backup).sort(), ['SHA256SUMS', 'dump', 'logins', 'manifest.tsv'])
  const lines = manifestOf(backup).trim().split('\n').map((line) => line.split('\t'))
  const counted = Object.fromEntries(lines.map(([name, rows]) => [name, Number(rows)]))
  assert.ok(counted['mentoring.tenant'] > 5 && counted['accounts.account'] > 20 && counted['tenancy.migration_history'] > 10)
  assert.ok(counted['mentoring.work_item'] > 50)
  assert.notEqual(counted['mentoring.work_item'], end, 'nothing was written meanwhile: one moment is not proven')
})

test('nothing is restored where logins are missing', () => {
  target.ask('CREATE DATABASE mentoring')
  const { code, err } = restore(backup)
  assert.notEqual(code, 0)
  assert.match(err, /deploy\/logins\.sh\. Missing: mentoring_accounts mentoring_backup/)
  target.ask('DROP DATABASE mentoring')
})

test('on another server the backup becomes the same rows, and a second time is refused', () => {
  logins(target)
  const first = restore(backup)
  assert.equal(first.code, 0, first.said)
  assert.match(first.out, /holds exactly what the backup holds: \d+ tables, \d+ rows/)
  const again = restore(backup)
  assert.notEqual(again.code, 0)
  assert.match(again.err, /not empty. Nothing was touched/)
  assert.equal(restore(backup, 'mentoring', '--verify').code, 0)
})

test('the product starts on what was restored: walls checked, people can sign in', async () => {
  const { owner, restricted } = target.connections(words)
  const migrate = run(['dotnet', host, 'migrate'], { env: owner })
  assert.deepEqual({ code: migrate.code, said: migrate.said }, { code: 0, said: '' }, 'walls missing, or a schema of another version')
  const address = `http://127.0.0.1:${await freePort()}`
  const serve = start(['dotnet', host, 'serve', '--urls', address], { env: restricted })
  running.push(serve)
  await until('serve is ready', async () => ((await statusOf(`${address}/health/ready`)) === 200 ? true : undefined), serve)
  const tree = readFileSync(inRepository('src/Mentoring.Host/Demo/Region/DemoTree.cs'), 'utf8')
  const [, password] = /const string Password = "([^"]+)";/.exec(tree)
  const signIn = await fetch(`${address}/api/v1/accounts/sign-in`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ login: 's3.curator', password }),
  })
  assert.equal(signIn.status, 200, await signIn.text())
  assert.equal(await serve.stop(), 0)
})

test('a row that is missing, and a value that is another, are found and named', () => {
  const ask = (sql) => target.ask(sql, { ...target.env, PGDATABASE: 'mentoring' })
  // Signing in has left traces: compared is what was restored, so it is restored again.
  target.ask('DROP DATABASE mentoring WITH (FORCE)')
  logins(target)
  assert.equal(restore(backup).code, 0)
  ask('DELETE FROM mentoring.work_item WHERE id = (SELECT id FROM mentoring.work_item LIMIT 1)')
  const missing = restore(backup, 'mentoring', '--verify')
  assert.notEqual(missing.code, 0)
  assert.match(missing.err, /< mentoring\.work_item[\s\S]*> mentoring\.work_item[\s\S]*differs from the backup/)
  ask(`UPDATE accounts.account SET display_name = display_name || ' ' WHERE id = (SELECT id FROM accounts.account LIMIT 1)`)
  assert.match(restore(backup, 'mentoring', '--verify').err, /> accounts\.account\t/)
})

test('a damaged dump is refused before anything is touched', () => {
  logins(target, 'second')
  const damaged = join(folder, 'damaged')
  cpSync(backup, damaged, { recursive: true })
  const dump = readFileSync(join(damaged, 'dump'))
  dump[Math.floor(dump.length / 2)] ^= 1
  writeFileSync(join(damaged, 'dump'), dump)
  const { code, err } = restore(damaged, 'second')
  assert.notEqual(code, 0)
  assert.match(err, /The backup is damaged/)
  assert.equal(restore(backup, 'second').code, 0, 'the database was not left empty')
})

test('a dump of less than everything is found by its manifest, though each file is as it was written', () => {
  logins(target, 'third')
  const less = join(folder, 'less')
  cpSync(backup, less, { recursive: true })
  const env = { ...source.as('mentoring_backup', words.MENTORING_BACKUP_PASSWORD) }
  must(['pg_dump', '--format=custom', '--exclude-table-data=accounts.membership', `--file=${join(less, 'dump')}`], { env })
  must(['bash', '-c', 'sha256sum dump manifest.tsv logins >SHA256SUMS'], { cwd: less })
  const { code, err } = restore(less, 'third')
  assert.notEqual(code, 0)
  assert.match(err, /> accounts\.membership\t0\t0/)
})

test('a folder that is no backup, and one that cannot be written, are refused', () => {
  const empty = join(folder, 'empty')
  mkdirSync(empty)
  assert.match(restore(empty).err, /Name the folder of a backup/)
  const { code, err } = run([script('backup.sh'), join(folder, 'nowhere')], { env: source.env })
  assert.notEqual(code, 0)
  assert.match(err, /Name a folder that can be written/)
})
