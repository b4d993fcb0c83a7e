// Reads a Dockerfile and plays its stages without a container engine: each stage is a folder, each COPY copies what
// git knows, each RUN runs on this machine. Base images are the one thing that cannot be played.

import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { repository, trackedFiles } from './places.mjs'

/** @returns {{stage: string, from: string, steps: {name: string, text: string}[]}[]} the stages, arguments first */
export function readDockerfile(file) {
  const instructions = readFileSync(file, 'utf8')
    .replace(/^#.*\n/gm, '')
    .replace(/\\\n/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => ({ name: line.split(/\s/, 1)[0].toUpperCase(), text: line.replace(/^\S+\s+/, '') }))
  const stages = []
  for (const step of instructions) {
    if (step.name === 'FROM') {
      const [, from, stage] = /^(\S+)(?:\s+AS\s+(\S+))?$/i.exec(step.text)
      stages.push({ stage: stage ?? 'final', from, steps: [] })
    } else if (stages.length > 0) {
      stages.at(-1).steps.push(step)
    }
  }
  return stages
}

/** The value of CMD, ENTRYPOINT or HEALTHCHECK CMD in its form without a shell. */
export const execForm = (text) => JSON.parse(text.slice(text.indexOf('[')))

/** Which tracked files a pattern of COPY names, after the .dockerignore. */
function sources(pattern, ignored) {
  const glob = new RegExp(`^${pattern.replace(/[.]/g, '\\.').replace(/[*]/g, '[^/]*')}(/|$)`)
  return trackedFiles().filter((file) => (pattern === '.' || glob.test(file)) && !ignored(file))
}

/** A reading of .dockerignore that knows what ours uses: `*`, `!name`, `!name*` and `**\/name`. */
export function readIgnore(file) {
  const rules = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
  const matches = (rule, path) =>
    rule.startsWith('**/')
      ? path.split('/').includes(rule.slice(3))
      : new RegExp(`^${rule.replace(/[.]/g, '\\.').replace(/[*]/g, '[^/]*')}(/|$)`).test(path)
  return (path) =>
    rules.reduce((out, rule) => {
      const [wanted, text] = rule.startsWith('!') ? [false, rule.slice(1)] : [true, rule]
      return matches(text, path) ? wanted : out
    }, false)
}

/** Plays one stage in `root/stage`; returns the folder. Throws with what the failed command said. */
export function playStage({ stage, steps }, root, ignored, environment = {}) {
  const folder = join(root, stage)
  rmSync(folder, { recursive: true, force: true })
  const at = (path, from = workdir) => join(folder, posix.resolve(from, path))
  let workdir = '/'
  const values = {}
  const env = { ...process.env, ...environment }
  const fill = (text) => text.replace(/\$\{?(\w+)\}?/g, (whole, name) => values[name] ?? whole)
  for (const { name, text } of steps) {
    if (name === 'WORKDIR') mkdirSync(at((workdir = posix.resolve(workdir, text)), '/'), { recursive: true })
    else if (name === 'ARG') {
      const [key, value = ''] = text.split('=')
      values[key] = environment[key] ?? value
    } else if (name === 'ENV') {
      for (const [, key, value] of text.matchAll(/(\w+)=(\S+)/g)) env[key] = value
    } else if (name === 'COPY') {
      const words = text.split(/\s+/)
      const from = words[0].startsWith('--from=') ? words.shift().slice('--from='.length) : null
      const target = words.pop()
      for (const source of words) {
        if (from) cpSync(join(root, from, source), at(target), { recursive: true })
        else copyFromContext(source, target, at, ignored)
      }
    } else if (name === 'RUN') {
      // Absolute places of the image are places of its folder here.
      const command = fill(text).replace(/(?<=\s|=)\/(source|product)\b/g, (path) => join(folder, path))
      const [program, ...args] = command.startsWith('[') ? JSON.parse(command) : ['bash', '-ec', command]
      const ran = spawnSync(program, args, { cwd: at('.'), env, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
      if (ran.status !== 0) {
        throw new Error(`${stage}: ${command}\n${ran.error ?? ''}${ran.stdout.slice(-4000)}${ran.stderr.slice(-4000)}`)
      }
    }
  }
  return folder
}

function copyFromContext(source, target, at, ignored) {
  const files = sources(source, ignored)
  if (files.length === 0) throw new Error(`COPY ${source}: nothing of that name is in the context`)
  for (const file of files) {
    // A folder's content goes into the target; a file keeps its name in a folder.
    const inside = file === source ? '' : file.startsWith(`${source}/`) ? file.slice(source.length + 1) : file
    const isFolder = target.endsWith('/') || inside !== ''
    const place = at(isFolder ? posix.join(target, inside || posix.basename(file)) : target)
    mkdirSync(dirname(place), { recursive: true })
    if (existsSync(join(repository, file))) writeFileSync(place, readFileSync(join(repository, file)))
  }
}
