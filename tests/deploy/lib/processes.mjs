// Programs that tests start: everything that they said is kept, and each is ended by its own id.

import { spawn, spawnSync } from 'node:child_process'
import { createServer } from 'node:net'

const isRoot = process.getuid?.() === 0

/** The same command as somebody who owns nothing, where we are root; as ourselves otherwise. */
export const unprivileged = (command) =>
  isRoot ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', '--', ...command] : command

/** Runs a program to its end: never throws, never waits for input. */
export function run(command, { env = {}, input = '', ...options } = {}) {
  const [program, ...args] = command
  const ran = spawnSync(program, args, {
    env: { ...process.env, ...env },
    input,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    timeout: 900_000,
    ...options,
  })
  if (ran.error) throw ran.error
  return { code: ran.status, out: ran.stdout, err: ran.stderr, said: ran.stdout + ran.stderr }
}

/** Like `run`, for what must succeed. */
export function must(command, options) {
  const ran = run(command, options)
  if (ran.code !== 0) throw new Error(`${command.join(' ')} ended with ${ran.code}\n${ran.said.slice(-6000)}`)
  return ran
}

/** Starts a program that stays. */
export function start(command, { env = {}, ...options } = {}) {
  const [program, ...args] = command
  const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'pipe'], ...options })
  const running = { child, said: '', code: null }
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (running.said += data))
  running.ended = new Promise((resolve) =>
    child.on('close', (code, signal) => resolve((running.code = code ?? signal))),
  )
  running.stop = async (signal = 'SIGTERM') => {
    if (running.code === null) child.kill(signal)
    return await running.ended
  }
  return running
}

/** Asks until the answer is not undefined, or says what the program said. */
export async function until(what, ask, running) {
  for (let i = 0; i < 3000; i++) {
    const answer = await ask()
    if (answer !== undefined) return answer
    if (running && running.code !== null) throw new Error(`${what}: it ended with ${running.code}\n${running.said}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`${what}: not within five minutes\n${running?.said ?? ''}`)
}

export const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })

/** The status of an address, or undefined while nobody listens. */
export const statusOf = (address) =>
  fetch(address).then(
    (answer) => answer.status,
    () => undefined,
  )
