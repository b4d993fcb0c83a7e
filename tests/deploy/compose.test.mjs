// compose.yaml and what belongs to it, checked without a container engine.

import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { after, test } from 'node:test'
import YAML from 'yaml'
import { readDockerfile } from './lib/dockerfile.mjs'
import { inRepository } from './lib/places.mjs'
import { run } from './lib/processes.mjs'
import { isCommand, isOption, isSetting } from './lib/settings.mjs'

const text = readFileSync(inRepository('deploy/compose.yaml'), 'utf8')
const compose = YAML.parse(text, { merge: true })
const { services } = compose
const ours = Object.entries(services).filter(([, service]) => service.build)
const secrets = join(mkdtempSync(join(tmpdir(), 'mentoring-secrets-')), 'env')

after(() => rmSync(dirname(secrets), { recursive: true }))

test('a linter of compose files finds nothing', () => {
  const linter = inRepository('tests/deploy/node_modules/.bin/dclint')
  const config = inRepository('tests/deploy/dclint.json')
  const { code, said } = run([linter, '-c', config, '--max-warnings', '0', inRepository('deploy/compose.yaml')])
  assert.equal(code, 0, said)
})

test('no image is whatever is newest today', () => {
  for (const [name, { image }] of Object.entries(services)) assert.match(image, /:-[a-z-]+:(\d|local)[\w.]*\}$/, name)
})

test('there are two servers and two workers of one image, and migrate comes before them', () => {
  assert.deepEqual(ours.map(([name]) => name), ['migrate', 'serve', 'work'])
  assert.equal(new Set(ours.map(([, service]) => service.image)).size, 1)
  assert.equal(services.serve.deploy.replicas, 2)
  assert.equal(services.work.deploy.replicas, 2)
  for (const name of ['serve', 'work']) {
    assert.equal(services[name].depends_on.migrate.condition, 'service_completed_successfully')
  }
  assert.equal(services.migrate.depends_on.logins.condition, 'service_completed_successfully')
})

test('our containers can write nothing and gain nothing', () => {
  for (const [name, service] of ours) {
    assert.equal(service.read_only, true, name)
    assert.deepEqual(service.cap_drop, ['ALL'], name)
    assert.ok(service.security_opt.includes('no-new-privileges:true'), name)
    assert.ok(service.user === undefined && service.privileged === undefined, name)
  }
})

test('the proxy alone can be reached from outside, and the database reaches nobody', () => {
  const open = Object.entries(services).filter(([, service]) => service.ports)
  assert.deepEqual(open.map(([name]) => name), ['proxy'])
  assert.equal(compose.networks.database.internal, true)
  assert.deepEqual(services.postgres.networks, ['database'])
  assert.ok(!services.proxy.networks.includes('database'))
})

test('commands and settings are ones that the product has', () => {
  for (const [name, service] of ours) {
    const [command, ...options] = service.command
    assert.ok(isCommand(command), `${name}: ${command}`)
    for (const option of options.filter((word) => word.startsWith('--'))) assert.ok(isOption(option), option)
    for (const setting of Object.keys(service.environment)) assert.ok(isSetting(setting), `${name}: ${setting}`)
  }
})

test('all processes together cannot take all connections of the database', () => {
  const limit = Number(/max_connections=(\d+)/.exec(services.postgres.command.join(' '))[1])
  const pools = Object.values(compose['x-logins']).map((value) => /Maximum Pool Size=(\d+)/.exec(value)?.[1])
  const process = pools.filter(Boolean).reduce((sum, size) => sum + Number(size), 0)
  assert.ok(process > 0)
  assert.ok(process * (services.serve.deploy.replicas + services.work.deploy.replicas) + 10 < limit)
})

test('no password stands in the file, and none has a default', () => {
  const values = Object.values(services).flatMap((service) => Object.entries(service.environment ?? {}))
  const passwords = values.filter(([name, value]) => /password/i.test(`${name}=${value}`))
  assert.ok(passwords.length >= 12)
  for (const [name, value] of passwords) assert.match(value, /^([^$]*Password=)?\$\{\w+_PASSWORD:\?[^}]+\}(;Maximum Pool Size=\d+)?$/, name)
})

test('new passwords are made for everything that asks for one, once', () => {
  const make = [inRepository('deploy/new-secrets.sh'), secrets]
  assert.equal(run(make).code, 0)
  assert.equal(statSync(secrets).mode & 0o077, 0, 'others may read it')
  const made = Object.fromEntries(
    readFileSync(secrets, 'utf8')
      .split('\n')
      .filter((line) => /^\w+=/.test(line))
      .map((line) => line.split('=')),
  )
  const asked = new Set([...text.matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name))
  assert.deepEqual(Object.keys(made).sort(), [...asked].sort())
  const words = Object.entries(made).filter(([name]) => name.endsWith('_PASSWORD'))
  for (const [name, word] of words) assert.match(word, /^[0-9a-f]{48}$/, name)
  assert.equal(new Set(words.map(([, word]) => word)).size, words.length)
  const again = run(make)
  assert.notEqual(again.code, 0)
  assert.match(again.err, /overwrite/)
})

test('scripts that containers run are mounted where they look for them', () => {
  for (const name of ['logins', 'backup', 'restore']) {
    const { entrypoint = [], command = [], volumes } = services[name]
    const inside = [...entrypoint, ...command].find((word) => word.endsWith('.sh'))
    const mounted = volumes.map((volume) => volume.split(':')).filter(([from]) => /\.(sh|sql)$/.test(from))
    assert.ok(mounted.some(([, to]) => to === inside), `${name}: ${inside}`)
    for (const [from, to, mode] of mounted) {
      assert.ok(existsSync(inRepository('deploy', from)), from)
      assert.equal(`${basename(from)} ${mode}`, `${basename(to)} ro`)
    }
    const used = [...readFileSync(inRepository('deploy', basename(inside)), 'utf8').matchAll(/\$here\/([\w.]+)/g)]
    for (const [, file] of used) assert.ok(mounted.some(([, to]) => to === `${dirname(inside)}/${file}`), file)
  }
})

test('the proxy passes to the port on which the servers listen', () => {
  const exposed = readDockerfile(inRepository('deploy/Dockerfile')).at(-1).steps.find(({ name }) => name === 'EXPOSE')
  const caddy = readFileSync(inRepository('deploy/Caddyfile'), 'utf8')
  const [, service, port] = /dynamic a (\w+) (\d+)/.exec(caddy)
  assert.ok(services[service].networks.some((network) => services.proxy.networks.includes(network)))
  assert.equal(port, exposed.text)
  const variables = [...caddy.matchAll(/\{\$(\w+)\}/g)].map(([, name]) => name)
  for (const name of variables) assert.ok(name in services.proxy.environment, name)
  assert.equal(caddy.split('{').length, caddy.split('}').length)
})
