#!/usr/bin/env node
// Keeps docs/requirements.md honest: what is claimed there is proven by tests that name its id.
//
//   node tests/trace/trace.mjs generate   writes docs/coverage.md from the reports in artifacts/test-results
//   node tests/trace/trace.mjs check      fails where claims, tests and docs/coverage.md disagree
//
// How a test names an id:  C#          [Trait("covers", "S0-30")], once per id
//                          Playwright  { tag: ['@S0-30', '@C-14'] }
//                          vitest      test('keeps the typed text [C-69]', …)
// One test names at most three.

import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './run.mjs';

const [command, option, directory, ...rest] = process.argv.slice(2);
const understood =
  ['generate', 'check'].includes(command) &&
  rest.length === 0 &&
  (option === undefined || (option === '--root' && directory !== undefined));

const { code, lines } = understood
  ? run(command, resolve(directory ?? resolve(dirname(fileURLToPath(import.meta.url)), '..', '..')))
  : { code: 2, lines: ['usage: node tests/trace/trace.mjs generate|check [--root DIRECTORY]'] };
(code === 0 ? console.log : console.error)(lines.join('\n'));
process.exitCode = code;
