// What the product tells of itself, and that the dashboard and the alerts ask for nothing else. The product runs as the
// demo without its history; a collector of the test listens.

import assert from 'node:assert/strict'
import { readFileSync, rmSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { parser } from '@prometheus-io/lezer-promql'
import YAML from 'yaml'
import { openFolder } from './lib/database.mjs'
import { startCollector } from './lib/otlp.mjs'
import { host, inRepository } from './lib/places.mjs'
import { freePort, start, until } from './lib/processes.mjs'

const read = (...parts) => readFileSync(inRepository(...parts), 'utf8')
const alerts = YAML.parse(read('deploy/observability/alerts.yaml')).groups.flatMap(({ rules }) => rules)
const dashboard = JSON.parse(read('deploy/observability/dashboard.json'))
const questions = [
  ...alerts.map(({ alert, expr }) => ({ of: alert, expr })),
  ...dashboard.panels.flatMap(({ title, targets }) => targets.map(({ expr }) => ({ of: title, expr }))),
].map(({ of, expr }) => ({ of, expr: expr.replaceAll('$__rate_interval', '5m') }))

const folder = openFolder()
let collector
let product

before(async () => {
  collector = await startCollector()
  const port = await freePort()
  const options = ['--history', 'none', '--port', `${port}`, '--data', folder]
  product = start(['dotnet', host, 'demo', ...options], { env: collector.env })
  await until('the product', () => (product.said.includes('ready: http') ? true : undefined), product)
  const address = `http://127.0.0.1:${port}`
  const body = JSON.stringify({ login: 's3.curator', password: 'wrong' })
  await fetch(`${address}/health/ready`)
  await fetch(`${address}/api/v1/accounts/sign-in`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body })
  const asked = ['mentoring.use_case.duration', 'mentoring.work.duration', 'mentoring.work.due', 'db.client.connection.count']
  await until('measures', () => (asked.every((name) => collector.metrics.has(name)) ? true : undefined), product)
  const told = (name) => collector.spans.some((span) => span.name === name)
  await until('spans', () => (told('POST /api/v1/accounts/sign-in') && told('signIn') ? true : undefined), product)
})

after(async () => {
  await product?.stop()
  await collector?.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** The series of a metric as Prometheus names them, when it takes OTLP with its default names. */
function seriesOf({ name, unit, kind }) {
  const words = { s: 'seconds', By: 'bytes', 1: 'ratio' }
  const base = name.replaceAll('.', '_') + (words[unit] ? `_${words[unit]}` : '')
  if (kind === 'histogram') return ['_bucket', '_sum', '_count'].map((end) => base + end)
  return [kind === 'counter' ? `${base}_total` : base]
}

/** Every selector of a question: its metric, and the labels that the question names anywhere. */
function readQuery(expr) {
  const query = { metrics: [], labels: new Set(), values: [], errors: 0 }
  parser.parse(expr).iterate({
    enter(node) {
      const text = expr.slice(node.from, node.to)
      if (node.type.isError) query.errors++
      if (node.name === 'VectorSelector') query.metrics.push(/^[a-zA-Z_:][\w:]*/.exec(text)?.[0] ?? text)
      if (node.name === 'LabelName') query.labels.add(text)
      if (node.name === 'UnquotedLabelMatcher') query.values.push(/^(\w+)\s*(=~|!=|!~|=)\s*"(.*)"$/.exec(text).slice(1))
    },
  })
  return query
}

test('the reader of questions sees a broken one', () => {
  assert.ok(readQuery('sum(').errors > 0)
  assert.deepEqual(readQuery('max(a_b{c="d"}) / on (e) f').metrics, ['a_b', 'f'])
  assert.deepEqual([...readQuery('max(a_b{c="d"}) / on (e) f').labels], ['c', 'e'])
})

test('every question of the dashboard and of the alerts asks for what the product tells', () => {
  assert.ok(alerts.length > 10 && dashboard.panels.length > 10)
  const told = new Map([...collector.metrics.values()].flatMap((metric) => seriesOf(metric).map((name) => [name, metric])))
  for (const { of, expr } of questions) {
    const { metrics, labels, errors } = readQuery(expr)
    assert.equal(errors, 0, `${of}: ${expr}`)
    assert.ok(metrics.length > 0, of)
    // What Prometheus makes of the resource, and of a histogram's bounds.
    const known = new Set(['job', 'instance', 'le'])
    for (const name of metrics) {
      assert.ok(told.has(name), `${of}: nobody tells ${name}`)
      for (const label of told.get(name).attributes) known.add(label.replaceAll('.', '_'))
    }
    for (const label of labels) assert.ok(known.has(label), `${of}: ${metrics} have no ${label}`)
  }
})

test('values that questions name are values that there are', () => {
  const kinds = [...read('src/Mentoring.Platform/Platform/Results/Error.cs').matchAll(/^    (\w+),$/gm)].map(([, kind]) => kind)
  assert.ok(kinds.length > 5)
  const outcomes = ['done', 'failed', ...kinds.map((kind) => kind[0].toLowerCase() + kind.slice(1))]
  const { paths } = JSON.parse(read('openapi/mentoring-platform.v1.json'))
  const operations = Object.values(paths).flatMap((path) => Object.values(path).map(({ operationId }) => operationId))
  const allowed = { mentoring_outcome: outcomes, mentoring_use_case: operations }
  let checked = 0
  for (const { of, expr } of questions) {
    for (const [label, , value] of readQuery(expr).values) {
      if (!(label in allowed)) continue
      assert.ok(allowed[label].includes(value), `${of}: ${label} is never ${value}`)
      checked++
    }
  }
  assert.ok(checked > 3)
})

test('every alert says how bad it is and what has happened', () => {
  assert.equal(new Set(alerts.map(({ alert }) => alert)).size, alerts.length)
  for (const { alert, labels, annotations, for: patience } of alerts) {
    assert.match(alert, /^Mentoring[A-Z]\w+$/)
    assert.ok(['page', 'ticket'].includes(labels.severity), alert)
    assert.match(annotations.summary, /\.$/, alert)
    assert.match(patience, /^\d+m$/, alert)
    const used = [...annotations.summary.matchAll(/\$labels\.(\w+)/g)].map(([, label]) => label)
    const { labels: named } = readQuery(alerts.find((one) => one.alert === alert).expr)
    for (const label of used) assert.ok(named.has(label), `${alert}: ${label}`)
  }
})

test('requests, use cases, statements and work leave spans; probes and idle looking do not', () => {
  const names = new Set(collector.spans.map(({ name }) => name))
  assert.ok(names.has('POST /api/v1/accounts/sign-in'), [...names].join())
  for (const name of ['signIn', 'postgresql']) assert.ok(names.has(name), [...names].join())
  assert.ok([...names].some((name) => name.startsWith('work ')), [...names].join())
  assert.ok(![...names].some((name) => name.includes('health')), [...names].join())
  assert.ok(!collector.spans.some(({ attributes }) => /FOR UPDATE OF w SKIP LOCKED/.test(attributes['db.query.text'])))
  assert.ok(collector.spans.every(({ service, events }) => service === 'mentoring-demo' && events === 0))
})

test('an endpoint that is no address is told in one line', async () => {
  const env = { OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4317' }
  for (const name of ['School', 'Oversight', 'Work', 'Accounts']) env[`ConnectionStrings__${name}`] = 'Host=none'
  const serve = start(['dotnet', host, 'serve'], { env })
  assert.equal(await serve.ended, 1)
  assert.equal(serve.said, 'OTEL_EXPORTER_OTLP_ENDPOINT is no address: collector:4317\n')
})
