#!/usr/bin/env node
// Prints "passed failed skipped" of one test report: xunit.v3 XML, node's JUnit XML, vitest JSON or Playwright JSON.
//   node tests/count.mjs REPORT

import { readFileSync } from 'node:fs';

const text = readFileSync(process.argv[2], 'utf8');
console.log(count().join(' '));

function count() {
  if (!text.trimStart().startsWith('<')) return countJson(JSON.parse(text));
  return /<testsuites[\s>]/.test(text) ? countJunit() : countXunit();
}

/** What `node --test --test-reporter=junit` writes; one that was cut off has no end. */
function countJunit() {
  if (!/<\/testsuites>\s*$/.test(text)) throw new Error('This report ends in the middle.');
  const cases = [...text.matchAll(/<testcase\s[^>]*?(\/>|>[\s\S]*?<\/testcase>)/g)].map(([, body]) => body);
  const skipped = cases.filter((body) => body.includes('<skipped')).length;
  const failed = cases.filter((body) => body.includes('<failure')).length;
  return [cases.length - failed - skipped, failed, skipped];
}

function countXunit() {
  const assemblies = [...text.matchAll(/<assembly\s[^>]*>/g)].map(([tag]) => (name) => {
    const value = new RegExp(`\\s${name}="(\\d+)"`).exec(tag);
    if (!value) throw new Error(`The report does not say how many tests ${name}.`);
    return Number(value[1]);
  });
  if (assemblies.length === 0) throw new Error('This is no report of xunit.v3.');
  const sum = (...names) => assemblies.flatMap((of) => names.map(of)).reduce((a, b) => a + b, 0);
  // "errors" are failures outside of any test, such as in a fixture.
  return [sum('passed'), sum('failed', 'errors'), sum('skipped', 'not-run')];
}

function countJson(report) {
  if (Array.isArray(report.testResults)) {
    // A file that cannot be loaded fails without a single test in it.
    const broken = report.testResults.filter((f) => f.status === 'failed' && f.assertionResults.length === 0).length;
    return [report.numPassedTests, report.numFailedTests + broken, report.numPendingTests + report.numTodoTests];
  }
  // What passed only when repeated has failed once.
  const { expected, unexpected, flaky, skipped } = report.stats;
  return [expected, unexpected + flaky + report.errors.length, skipped];
}
