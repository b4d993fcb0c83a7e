// docs/operations says nothing that is not there: alerts one to one, files, settings, names on the screen.

import assert from 'node:assert/strict'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import YAML from 'yaml'
import { inRepository, trackedFiles } from './lib/places.mjs'
import { isSetting } from './lib/settings.mjs'

const folder = inRepository('docs/operations')
const pages = readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
const page = (name) => pages.find((one) => one.name === name).text
const alerts = YAML.parse(readFileSync(inRepository('deploy/observability/alerts.yaml'), 'utf8')).groups.flatMap(
  ({ rules }) => rules,
)

test('each alert has its section, and each section its alert, in the same order', () => {
  const sections = page('alerts.md').split(/^## /m).slice(1)
  assert.deepEqual(
    sections.map((section) => section.split('\n', 1)[0]),
    alerts.map(({ alert }) => alert),
  )
  sections.forEach((section, i) => {
    for (const part of ['Means.', 'Look.', 'Do.']) assert.ok(section.includes(`**${part}**`), `${alerts[i].alert}: ${part}`)
    const call = alerts[i].labels.severity === 'page' ? '**Wake:**' : '**Tell:**'
    assert.ok(section.includes(`\n${call} `), `${alerts[i].alert} is a ${alerts[i].labels.severity}`)
  })
})

test('whoever is named to be called is in the list of roles', () => {
  const roles = [...page('README.md').matchAll(/^\| (duty engineer|[a-z ]+) \| .* \| .* \|$/gm)].map(([, role]) => role)
  assert.ok(roles.length >= 5)
  for (const [, people] of page('alerts.md').matchAll(/\*\*(?:Wake|Tell):\*\* (.*)/g)) {
    assert.ok(roles.some((role) => people.includes(role)), people)
  }
})

test('files, pages and panels that are named exist', () => {
  const files = trackedFiles()
  const { panels } = JSON.parse(readFileSync(inRepository('deploy/observability/dashboard.json'), 'utf8'))
  let checked = 0
  for (const { name, text } of pages) {
    for (const [, link] of text.matchAll(/\]\(([^)#]+)[^)]*\)/g)) {
      assert.ok(existsSync(join(dirname(join(folder, name)), link)), `${name}: ${link}`)
      checked++
    }
    for (const [, path] of text.matchAll(/(?<![\w/])((?:deploy|helm|src|tests|docs)\/[\w./-]*\w)/g)) {
      const madeLater = ['deploy/.env', 'deploy/backups'].includes(path)
      assert.ok(madeLater || files.some((file) => file === path || file.startsWith(`${path}/`)), `${name}: ${path}`)
      checked++
    }
  }
  assert.ok(checked > 40)
  const quoted = [...page('alerts.md').matchAll(/"([A-Z][^"]+)"/g)].map(([, title]) => title)
  assert.ok(quoted.length >= 4)
  for (const title of quoted) assert.ok(panels.some((panel) => panel.title.startsWith(title)), `no panel is called ${title}`)
})

test('settings and values that are named exist', () => {
  const values = YAML.parse(readFileSync(inRepository('helm/mentoring-platform/values.yaml'), 'utf8'))
  const script = readFileSync(inRepository('deploy/new-secrets.sh'), 'utf8') + readFileSync(inRepository('deploy/compose.yaml'), 'utf8')
  let checked = 0
  for (const { name, text } of pages) {
    for (const [, setting] of text.matchAll(/`(\w+__\w+)`/g)) assert.ok(isSetting(setting), `${name}: ${setting}`), checked++
    for (const [, variable] of text.matchAll(/`(MENTORING_\w+)`/g)) assert.ok(script.includes(variable), variable), checked++
    for (const [, path] of text.matchAll(/`((?:database|cloudNativePg|ingress|telemetry|networkPolicy)\.[\w.]+)/g)) {
      const found = path.split('.').reduce((value, key) => value?.[key], values)
      assert.notEqual(found, undefined, `${name}: ${path}`)
      checked++
    }
  }
  assert.ok(checked > 15)
})

test('names of the screen are names that stand there', () => {
  const client = trackedFiles()
    .filter((file) => /^client\/src\/.*\.tsx?$/.test(file))
    .map((file) => readFileSync(inRepository(file), 'utf8'))
    .join('\n')
  const names = new Set(pages.flatMap(({ text }) => [...text.matchAll(/«([^»]+)»/g)].map(([, title]) => title)))
  assert.ok(names.size >= 2)
  for (const title of names) assert.ok(client.includes(`\`${title}\``), title)
})
