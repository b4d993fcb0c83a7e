import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '../../..')
const CLIENT = join(ROOT, 'client/dist')
const START_WITHIN_SECONDS = 180
const STOP_WITHIN_SECONDS = 60

/**
 * Starts the whole product as ./run does, on a free port and with data of its own, and answers how to
 * stop it. With MENTORING_URL set, the tests use the product that already runs there.
 */
export default async function startProduct(): Promise<() => Promise<void>> {
  if (process.env.MENTORING_URL) return async () => {}
  if (!existsSync(join(CLIENT, 'index.html')))
    throw new Error('The client is not built: npm --prefix client run build')
  const data = mkdtempSync(join(tmpdir(), 'mentoring-browser-tests-'))
  const port = await freePort()
  const product = spawn(
    'dotnet',
    [
      ...[builtHost(), 'demo', '--port', String(port)],
      ...['--data', data, '--client', CLIENT],
      ...(process.env.MENTORING_HISTORY === 'full' ? [] : ['--history', 'none']),
    ],
    { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const stop = async () => {
    await stopped(product)
    rmSync(data, { recursive: true, force: true })
  }
  // A run that is cut short must leave nothing behind either.
  const abandon = () => product.kill('SIGTERM')
  process.once('exit', abandon)
  try {
    await ready(product)
  } catch (error) {
    await stop()
    throw error
  }
  process.env.MENTORING_URL = `http://127.0.0.1:${port}`
  return async () => {
    process.off('exit', abandon)
    await stop()
  }
}

function builtHost(): string {
  const built = ['Release', 'Debug']
    .map((kind) => join(ROOT, `src/Mentoring.Host/bin/${kind}/net10.0/Mentoring.Host.dll`))
    .find(existsSync)
  if (!built) throw new Error('The server is not built: dotnet build src/Mentoring.Host')
  return built
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer()
    server.once('error', failed)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** Waits until the product says that it serves; what it said is told when it does not. */
function ready(product: ChildProcess): Promise<void> {
  return new Promise((done, failed) => {
    let said = ''
    const fail = (why: string) => failed(new Error(`The product ${why}. It said:\n${said}`))
    const clock = setTimeout(
      () => fail(`was not ready within ${START_WITHIN_SECONDS} s`),
      START_WITHIN_SECONDS * 1000,
    )
    const listen = (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-20_000)
      if (!/^\[[^\]]*\] ready: http/m.test(said)) return
      clearTimeout(clock)
      done()
    }
    product.stdout?.on('data', listen)
    product.stderr?.on('data', listen)
    product.once('error', (error) => fail(`could not be started: ${error.message}`))
    product.once('exit', (code) => {
      clearTimeout(clock)
      fail(`ended with code ${code}`)
    })
  })
}

/** Asks the product to stop, PostgreSQL with it, and waits until it has. */
function stopped(product: ChildProcess): Promise<void> {
  return new Promise((done, failed) => {
    if (product.exitCode !== null || product.signalCode !== null) return done()
    const clock = setTimeout(() => {
      product.kill('SIGKILL')
      failed(new Error(`The product did not stop within ${STOP_WITHIN_SECONDS} s and was killed.`))
    }, STOP_WITHIN_SECONDS * 1000)
    product.once('exit', () => {
      clearTimeout(clock)
      done()
    })
    product.kill('SIGTERM')
  })
}
