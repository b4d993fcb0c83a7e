// Reads what the test runs left behind and answers which test names which ids and whether it passed.

import { readdirSync, readFileSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import { isKnownId, looksLikeId } from './requirements.mjs';

/**
 * @typedef {object} ReportedTest
 * @property {string} name stable across machines: no row of data, no browser, no path outside the repository
 * @property {string[]} ids what it claims to prove, as written
 * @property {'passed'|'failed'|'skipped'} outcome
 */

/** The most ids that one test may name. */
const MOST_IDS = 3;

const ENTITIES = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

const unescapeXml = (text) =>
  text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, named) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal) return String.fromCodePoint(Number(decimal));
    return ENTITIES[named] ?? whole;
  });

const attributesOf = (text) =>
  Object.fromEntries([...text.matchAll(/([\w:.-]+)\s*=\s*"([^"]*)"/g)].map(([, name, value]) => [name, unescapeXml(value)]));

/** xunit.v3's own XML (`--report-xunit`): the traits named `covers` of each test. */
export function parseXunit(xml) {
  // Messages and output stand in CDATA and may quote anything, tests included.
  const markup = xml.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, '');
  if (!/<assemblies[\s>]/.test(markup)) throw new Error('is not an xunit.v3 report (--report-xunit)');
  if (!/<\/assemblies>\s*$/.test(markup)) throw new Error('ends in the middle: the test run was cut off');

  const tests = [];
  let announced = 0;
  let current = null;
  for (const [, closing, tag, attributes, selfClosing] of markup.matchAll(
    /<(\/?)([\w.-]+)((?:\s+[\w:.-]+\s*=\s*"[^"]*")*)\s*(\/?)>/g,
  )) {
    if (tag === 'assembly' && !closing) announced += Number(attributesOf(attributes).total ?? 0);
    if (tag === 'test' && !closing) {
      const { type, method, name, result } = attributesOf(attributes);
      current = {
        // The rows of a theory are one test: the method.
        name: type && method ? `${type}.${method}` : name,
        ids: [],
        outcome: result === 'Pass' ? 'passed' : result === 'Fail' ? 'failed' : 'skipped',
      };
    }
    if (tag === 'trait' && current) {
      const { name, value } = attributesOf(attributes);
      if (name.toLowerCase() === 'covers') current.ids.push(value);
    }
    if (tag === 'test' && current && (closing || selfClosing)) {
      tests.push(current);
      current = null;
    }
  }
  if (tests.length !== announced) throw new Error(`announces ${announced} tests and holds ${tests.length}`);
  return tests;
}

const outcomeOfPlaywright = (run) => {
  if (run.status === 'skipped') return 'skipped';
  // A test that is expected to fail, or that passed only when repeated, proves nothing.
  return run.status === 'expected' && run.expectedStatus === 'passed' ? 'passed' : 'failed';
};

/** Playwright's JSON report: tags such as `@S0-30`, of the test or of a describe around it. */
export function parsePlaywright(report) {
  const tests = [];
  const visit = (suite, titles) => {
    for (const spec of suite.specs ?? []) {
      const title = spec.title.replace(/\s*@\S+/g, '').trim();
      const ids = (spec.tags ?? []).map((tag) => tag.replace(/^@/, '')).filter(looksLikeId);
      const file = spec.file.replaceAll('\\', '/');
      for (const run of spec.tests) {
        tests.push({ name: [`e2e/${file}`, ...titles, title].join(' › '), ids, outcome: outcomeOfPlaywright(run) });
      }
    }
    for (const inner of suite.suites ?? []) {
      visit(inner, [...titles, inner.title.replace(/\s*@\S+/g, '').trim()]);
    }
  };
  // The outermost suite is the file.
  for (const file of report.suites) visit(file, []);
  return tests;
}

const TRAILING_BRACKET = /\s*\[([^\]]*)\]\s*$/;

/** Takes the ids in square brackets off the end of a title: `keeps the text [C-69] [S0-30]`. */
export function splitBracketedIds(title) {
  const ids = [];
  let rest = title;
  for (;;) {
    const words = (TRAILING_BRACKET.exec(rest)?.[1] ?? '').split(/[\s,]+/).filter(Boolean);
    // Brackets that name no id belong to the title: `reads a list []`.
    if (!words.some(looksLikeId)) return { title: rest.trim(), ids };
    ids.unshift(...words);
    rest = rest.replace(TRAILING_BRACKET, '');
  }
}

/** vitest's JSON report: ids in brackets at the end of a test's name, or of a describe around it. */
export function parseVitest(report, root) {
  return report.testResults.flatMap((file) => {
    const path = relative(root, file.name).replaceAll('\\', '/');
    if (path.startsWith('../') || isAbsolute(path)) {
      throw new Error(`tells of ${file.name}, which is not in this repository`);
    }
    return file.assertionResults.map((test) => {
      const parts = [...test.ancestorTitles, test.title].map(splitBracketedIds);
      return {
        name: [path, ...parts.map((part) => part.title)].join(' › '),
        ids: parts.flatMap((part) => part.ids),
        outcome: test.status === 'passed' ? 'passed' : test.status === 'failed' ? 'failed' : 'skipped',
      };
    });
  });
}

function parseReport(file, text, root) {
  if (file.endsWith('.xml')) return { kind: 'xunit', tests: parseXunit(text) };
  let report;
  try {
    report = JSON.parse(text);
  } catch {
    throw new Error('is not JSON: the test run was cut off');
  }
  if (Array.isArray(report?.testResults)) return { kind: 'vitest', tests: parseVitest(report, root) };
  if (Array.isArray(report?.suites) && report.config) return { kind: 'playwright', tests: parsePlaywright(report) };
  throw new Error('is neither a Playwright nor a vitest report');
}

/** One entry per test: it passed when nothing of it failed and something of it (a row, a browser) passed. */
function merge(tests) {
  const byName = new Map();
  for (const test of tests) {
    const known = byName.get(test.name) ?? { name: test.name, ids: new Set(), outcomes: new Set() };
    test.ids.forEach((id) => known.ids.add(id));
    known.outcomes.add(test.outcome);
    byName.set(test.name, known);
  }
  return [...byName.values()].map(({ name, ids, outcomes }) => ({
    name,
    ids: [...ids],
    outcome: outcomes.has('failed') ? 'failed' : outcomes.has('passed') ? 'passed' : 'skipped',
  }));
}

/**
 * Reads every report in a directory.
 * @returns {{tests: ReportedTest[], problems: string[]}} only the tests that name ids
 */
export function readReports(directory, root) {
  const problems = [];
  const tests = [];
  let xunitTests = 0;
  let files = [];
  try {
    files = readdirSync(directory).filter((file) => /\.(xml|json)$/i.test(file)).sort();
  } catch {
    problems.push(`there is no directory ${relative(root, directory)}: run the tests first`);
  }
  for (const file of files) {
    try {
      const parsed = parseReport(file, readFileSync(join(directory, file), 'utf8').replace(/^\uFEFF/, ''), root);
      if (parsed.kind === 'xunit') xunitTests += parsed.tests.length;
      tests.push(...parsed.tests);
    } catch (error) {
      problems.push(`${file} ${error.message}`);
    }
  }
  if (xunitTests === 0) problems.push(`no report of the C# tests in ${relative(root, directory)}: nothing can be claimed`);

  const naming = merge(tests).filter((test) => test.ids.length > 0);
  for (const test of naming) {
    for (const id of test.ids.filter((id) => !isKnownId(id))) {
      problems.push(`${test.name} names '${id}', which is not an id of the inventory`);
    }
    // A test that names many ids asserts a little of each and proves none.
    if (test.ids.length > MOST_IDS) {
      problems.push(`${test.name} names ${test.ids.length} ids (${test.ids.join(', ')}), more than ${MOST_IDS}`);
    }
    if (test.outcome !== 'passed') problems.push(`${test.name} names ${test.ids.join(', ')} and was ${test.outcome}`);
  }
  return { tests: naming, problems };
}
