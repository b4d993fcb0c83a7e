// What ./test says where a step fails that others need.

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const steps = fileURLToPath(new URL('steps.sh', import.meta.url))

/** Runs steps in a folder of their own; returns what was said and the exit code. */
function play(script) {
  const folder = mkdtempSync(join(tmpdir(), 'mentoring-steps-'))
  try {
    const ran = spawnSync('bash', ['-c', `. "$0"; mkdir -p "$RESULTS" "$LOGS"\n${script}\nfinish`, steps], {
      cwd: folder,
      encoding: 'utf8',
    })
    return { said: ran.stdout, sum: ran.stdout.trim().split('\n').at(-1), code: ran.status }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

test('what needs a step that failed is not run, and says so; what needs nothing of it is', () => {
  const { said, sum, code } = play(`
    makes=the-server check "Build" false
    needs=the-server runner "Unit tests" unit.xml touch ran
    needs=the-server makes=the-image node_tests "Image" image touch
    needs='the-client the-image' check "Start" touch ran
    needs=the-client check "Client" true
    [ ! -e ran ] || echo "a step ran without what it needs"`)
  assert.match(said, /Unit tests +not run: needs the server\n/)
  assert.match(said, /Image +not run: needs the server\n/)
  assert.match(said, /Start +not run: needs the image\n/)
  assert.match(said, /Client +ok/)
  assert.doesNotMatch(said, /without what it needs/)
  assert.equal(sum, '1 passed, 4 failed, 0 skipped')
  assert.equal(code, 1)
})

test('what a step makes holds for the steps after it', () => {
  const { sum, code } = play(`
    makes=the-server check "Build" true
    needs=the-server check "Start" true`)
  assert.equal(sum, '2 passed, 0 failed, 0 skipped')
  assert.equal(code, 0)
})

test('a runner whose tests fail has made nothing', () => {
  const { said } = play(`
    makes=the-image runner "Image" none.xml false
    needs=the-image check "Start" true`)
  assert.match(said, /Start +not run: needs the image\n/)
})
