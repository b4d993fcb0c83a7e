// Holds manifests against the models of Kubernetes, twice: their validators know patterns and required fields, their
// types know every field that there is, so that a misspelt one does not pass.

import { existsSync } from 'node:fs'
import ts from 'typescript'
import { inRepository } from './places.mjs'

/** The module and class of a manifest's kind: `apps/v1` is a folder of the models, `v1` too. */
const moduleOf = ({ apiVersion }) => `kubernetes-models/${apiVersion}`

export const isKnown = ({ apiVersion }) =>
  existsSync(inRepository('tests/deploy/node_modules/kubernetes-models', apiVersion))

/** What the validators find. */
export async function validate(manifest) {
  const { [manifest.kind]: Model } = await import(moduleOf(manifest))
  if (!Model) return [`${manifest.apiVersion} has no ${manifest.kind}`]
  try {
    new Model(manifest).validate()
    return []
  } catch (error) {
    return [error.message]
  }
}

/** What the types find: fields that do not exist, values of another type. */
export function typeErrors(manifests) {
  const name = inRepository('tests/deploy/manifests.ts')
  const lines = manifests.map(
    (manifest, i) =>
      `import type { I${manifest.kind} as T${i} } from '${moduleOf(manifest)}'\n` +
      `export const manifest${i}: T${i} = ${JSON.stringify(manifest)}`,
  )
  const options = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
  }
  const host = ts.createCompilerHost(options)
  const { getSourceFile, fileExists } = host
  host.fileExists = (file) => file === name || fileExists(file)
  host.getSourceFile = (file, ...rest) =>
    file === name ? ts.createSourceFile(file, lines.join('\n'), rest[0]) : getSourceFile(file, ...rest)
  const program = ts.createProgram([name], options, host)
  return ts.getPreEmitDiagnostics(program).map((found) => {
    const text = ts.flattenDiagnosticMessageText(found.messageText, '\n')
    const line = found.file?.getLineAndCharacterOfPosition(found.start).line
    const of = line === undefined ? undefined : manifests[Math.floor(line / 2)]
    return of ? `${of.kind}/${of.metadata.name}: ${text}` : text
  })
}
