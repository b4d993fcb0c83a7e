// The two commands over the files of one repository.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareClaims, proofsById, renderCoverage } from './coverage.mjs';
import { readReports } from './reports.mjs';
import { parseRequirements, STATES } from './requirements.mjs';

/**
 * @param {'generate'|'check'} command
 * @returns {{code: number, lines: string[]}} the exit code and what to print
 */
export function run(command, root) {
  const requirementsFile = join(root, 'docs', 'requirements.md');
  const coverageFile = join(root, 'docs', 'coverage.md');
  if (!existsSync(requirementsFile)) return { code: 1, lines: ['trace: there is no docs/requirements.md'] };

  const { rows, problems: malformed } = parseRequirements(readFileSync(requirementsFile, 'utf8'));
  const { tests, problems: unusable } = readReports(join(root, 'artifacts', 'test-results'), root);
  const proofs = proofsById(tests);
  const problems = [...malformed, ...unusable];
  // A page made from half a run would look like a loss of proof.
  const expected = problems.length === 0 ? renderCoverage(rows, proofs) : null;

  if (command === 'generate') {
    if (expected === null) return failed(problems, 'docs/coverage.md is not written');
    writeFileSync(coverageFile, expected);
    return { code: 0, lines: [summary(rows, tests), 'trace: docs/coverage.md is written'] };
  }

  problems.push(...compareClaims(rows, proofs));
  const written = existsSync(coverageFile) ? readFileSync(coverageFile, 'utf8').replaceAll('\r\n', '\n') : null;
  if (expected !== null && written !== expected) {
    problems.push(
      `docs/coverage.md ${written === null ? 'is missing' : `is out of date${firstDifference(written, expected)}`}: ` +
        'run node tests/trace/trace.mjs generate and commit it',
    );
  }
  return problems.length > 0 ? failed(problems, 'the claims are not proven') : { code: 0, lines: [summary(rows, tests)] };
}

function failed(problems, verdict) {
  const count = `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`;
  return { code: 1, lines: [...problems.map((problem) => `trace: ${problem}`), `trace: ${verdict} (${count})`] };
}

function summary(rows, tests) {
  const states = STATES.map((state) => `${state} ${[...rows.values()].filter((row) => row.state === state).length}`);
  return `trace: ${rows.size} ids: ${states.join(', ')}; ${tests.length} tests name ids`;
}

function firstDifference(written, expected) {
  const old = written.split('\n');
  const line = expected.split('\n').findIndex((text, index) => text !== old[index]);
  return line < 0 ? '' : ` from line ${line + 1} on`;
}
