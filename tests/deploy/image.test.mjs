// The image, as far as it can be proven without a container engine: its stages are played on this machine from nothing
// but what the Dockerfile copies, and what comes out starts as somebody who owns nothing.

import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import dockerfileUtils from 'dockerfile-utils'
import { execForm, playStage, readDockerfile, readIgnore } from './lib/dockerfile.mjs'
import { inRepository, trackedFiles } from './lib/places.mjs'
import { run, unprivileged } from './lib/processes.mjs'
import { isCommand, isOption } from './lib/settings.mjs'

const file = inRepository('deploy/Dockerfile')
const stages = readDockerfile(file)
const final = stages.at(-1)
const ignored = readIgnore(`${file}.dockerignore`)
const root = inRepository('artifacts/image')
mkdirSync(root, { recursive: true })

// Thousands of files of packages; what came out of them is kept for product.test.mjs.
after(() => ['client', 'server'].forEach((stage) => rmSync(join(root, stage), { recursive: true, force: true })))

const only = (name) => {
  const found = final.steps.filter((step) => step.name === name)
  assert.equal(found.length, 1, `${name} stands ${found.length} times in the last stage`)
  return found[0].text
}

test('the Dockerfile has no mistakes that a linter knows', () => {
  assert.deepEqual(
    dockerfileUtils.validate(readFileSync(file, 'utf8')).map((d) => d.message),
    [],
  )
})

test('base images can be replaced, and none of them is "latest"', () => {
  const text = readFileSync(file, 'utf8')
  for (const { from } of stages) {
    const name = /^\$\{(\w+)\}$/.exec(from)?.[1]
    assert.ok(name, `${from} is not an argument`)
    const value = new RegExp(`^ARG ${name}=(\\S+)$`, 'm').exec(text)?.[1]
    assert.match(value ?? '', /:[^:]*\d/, `${name} has no version`)
  }
})

test('the context holds sources and nothing that a build or a person left there', () => {
  const context = trackedFiles().filter((path) => !ignored(path))
  assert.ok(context.length > 500)
  assert.deepEqual([...new Set(context.map((path) => path.split('/')[0]))].sort(), [
    '.editorconfig',
    'Directory.Build.props',
    'Directory.Build.targets',
    'Directory.Packages.props',
    'client',
    'global.json',
    'openapi',
    'src',
  ])
  for (const path of ['deploy/.env', '.git/config', 'client/node_modules/x/y.js', 'src/Mentoring.Host/obj/z.json']) {
    assert.ok(ignored(path), `${path} would get into the image`)
  }
})

test('the image runs as a numbered user, listens high and says by itself whether it is well', () => {
  assert.equal(only('USER'), '$APP_UID')
  assert.ok(Number(only('EXPOSE')) > 1024)
  assert.match(only('ENV'), new RegExp(`ASPNETCORE_HTTP_PORTS=${only('EXPOSE')}\\b`))
  assert.deepEqual(execForm(only('HEALTHCHECK')).slice(0, 2), execForm(only('ENTRYPOINT')))
  const [command, option] = execForm(only('CMD'))
  assert.ok(isCommand(command) && isOption(option))
  assert.ok(isCommand(execForm(only('HEALTHCHECK'))[2]))
  // What comes after USER runs as that user: nothing is installed there.
  const after = final.steps.slice(final.steps.findIndex((step) => step.name === 'USER')).map((step) => step.name)
  assert.ok(!after.includes('COPY'))
})

test('the client is built from what its stage copies', () => {
  const folder = playStage(stages[0], root, ignored)
  assert.ok(existsSync(join(folder, 'source/client/dist/index.html')))
})

test('the server is published from what its stage copies, and leaves the contract as it is', () => {
  const TARGETARCH = { x64: 'amd64', arm64: 'arm64' }[process.arch]
  const folder = playStage(stages[1], root, ignored, { VERSION: '1.2.3', TARGETARCH, MSBUILDDISABLENODEREUSE: '1' })
  const size = (path) => statSync(join(folder, path, 'Mentoring.Platform.dll')).size
  const [built] = readdirSync(join(folder, 'source/src/Mentoring.Platform/bin/Release'))
  // Machine code is beside the other one.
  assert.ok(size('product') > 2 * size(`source/src/Mentoring.Platform/bin/Release/${built}`))
  const contract = 'openapi/mentoring-platform.v1.json'
  assert.equal(readFileSync(join(folder, 'source', contract), 'utf8'), readFileSync(inRepository(contract), 'utf8'))
})

test('what the last stage holds starts, also as somebody who owns nothing', () => {
  // The step that proves it while the image is built runs here too.
  const product = join(playStage(final, root, ignored), 'product')
  assert.ok(existsSync(join(product, 'client/index.html')))
  const health = run(unprivileged(execForm(only('HEALTHCHECK'))), {
    cwd: product,
    env: { ASPNETCORE_HTTP_PORTS: '1', DOTNET_EnableDiagnostics: '0' },
  })
  assert.equal(health.code, 1)
  assert.match(health.err, /127\.0\.0\.1:1\/health\/ready/)
})
