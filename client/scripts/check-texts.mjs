// Proves that texts for people live in the catalogs: no literal Russian outside of Lingui's macros,
// catalogs as fresh as the source, every text translated.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ts from 'typescript'

const CYRILLIC = /[а-яё]/i
const TRANSLATED_ELEMENTS = new Set(['Trans', 'Plural', 'Select', 'SelectOrdinal'])
const TRANSLATED_CALLS = new Set(['t', 'msg', 'plural', 'select', 'defineMessage'])

const files = readdirSync('src', { recursive: true })
  .map((name) => join('src', name))
  // A language names itself in itself; tests speak as their user does.
  .filter(
    (name) =>
      /\.tsx?$/.test(name) && !/(\.test\.tsx?|src\/testing\/.*|src\/locales\/.*)$/.test(name),
  )

function isTranslated(node) {
  for (let at = node; at; at = at.parent) {
    if (ts.isJsxElement(at) && TRANSLATED_ELEMENTS.has(at.openingElement.tagName.getText()))
      return true
    if (ts.isJsxSelfClosingElement(at) && TRANSLATED_ELEMENTS.has(at.tagName.getText())) return true
    if (ts.isTaggedTemplateExpression(at) && TRANSLATED_CALLS.has(at.tag.getText())) return true
    if (ts.isCallExpression(at) && TRANSLATED_CALLS.has(at.expression.getText())) return true
  }
  return false
}

const failures = []
for (const file of files) {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  const visit = (node) => {
    const isText =
      ts.isJsxText(node) ||
      ts.isStringLiteralLike(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddleOrTemplateTail(node)
    const line = source.getLineAndCharacterOfPosition(node.getStart()).line
    const isExempt = source.text.split('\n', line + 1)[line]?.includes('// not for translation')
    if (isText && CYRILLIC.test(node.text) && !isTranslated(node) && !isExempt) {
      failures.push(`${file}:${line + 1} a text outside of the catalogs: ${node.text.trim()}`)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
}
if (files.length < 20)
  failures.push(`only ${files.length} files were found: the check does not see the source`)

const before = mkdtempSync(join(tmpdir(), 'texts-'))
cpSync('src/locales', before, { recursive: true })
try {
  execFileSync('lingui', ['extract', '--clean'], { stdio: 'pipe' })
  for (const catalog of ['ru.po', 'en.po']) {
    // The date of the extraction is not content.
    const read = (path) => readFileSync(path, 'utf8').replace(/^"POT-Creation-Date.*$/m, '')
    if (read(join(before, catalog)) !== read(join('src/locales', catalog))) {
      failures.push(`${catalog} is older than the source: run npm run texts:extract and translate`)
    }
  }
} finally {
  cpSync(before, 'src/locales', { recursive: true })
  rmSync(before, { recursive: true })
}

for (const failure of failures) console.error(failure)
if (failures.length > 0) process.exit(1)
console.log(`texts: ${files.length} files, no literal text, catalogs are up to date`)
