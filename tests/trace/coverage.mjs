// What docs/coverage.md says, and what must hold between the claims and the tests.

import { ALL_IDS, GROUPS, STATES } from './requirements.mjs';

// By code unit, not by locale: the same order on every machine.
const byCodeUnit = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** Names of the passing tests per id, sorted. */
export function proofsById(tests) {
  const proofs = new Map(ALL_IDS.map((id) => [id, []]));
  for (const test of tests.filter(({ outcome }) => outcome === 'passed')) {
    test.ids.forEach((id) => proofs.get(id)?.push(test.name));
  }
  proofs.forEach((names) => names.sort(byCodeUnit));
  return proofs;
}

/** Where the claims and the tests disagree. */
export function compareClaims(rows, proofs) {
  const problems = [];
  for (const [id, { state }] of rows) {
    const count = proofs.get(id).length;
    if (state !== 'planned' && count === 0) problems.push(`${id} is ${state}, but no passing test names it`);
    if (state === 'planned' && count > 0) {
      problems.push(`${id} is planned, but ${count} ${count === 1 ? 'test proves' : 'tests prove'} it: say partial or done`);
    }
  }
  return problems;
}

const code = (name) => `\`${name.replaceAll('`', "'").replaceAll('|', '\\|')}\``;

/** The text of docs/coverage.md: no times, no dates, nothing of the machine. */
export function renderCoverage(rows, proofs) {
  const lines = [
    '# Coverage of the requirements by tests',
    '',
    'Written by `node tests/trace/trace.mjs generate` from the reports of the test runs; never edited by hand.',
    'What each id means stands in [requirements.md](requirements.md).',
    '',
    `| group | ids | ${STATES.join(' | ')} | proven by a test |`,
    '|---|---|---|---|---|---|',
  ];
  const idsOf = (name) => ALL_IDS.filter((id) => id.startsWith(`${name}-`));
  const total = { ids: 0, states: STATES.map(() => 0), proven: 0 };
  for (const { name } of GROUPS) {
    const ids = idsOf(name);
    const states = STATES.map((state) => ids.filter((id) => rows.get(id).state === state).length);
    const proven = ids.filter((id) => proofs.get(id).length > 0).length;
    lines.push(`| ${name} | ${ids.length} | ${states.join(' | ')} | ${proven} |`);
    total.ids += ids.length;
    total.proven += proven;
    states.forEach((count, index) => (total.states[index] += count));
  }
  lines.push(`| all | ${total.ids} | ${total.states.join(' | ')} | ${total.proven} |`);

  for (const { name } of GROUPS) {
    lines.push('', `## ${name}`, '', '| id | state | tests | proven by |', '|---|---|---|---|');
    for (const id of idsOf(name)) {
      const names = proofs.get(id);
      lines.push(`| ${id} | ${rows.get(id).state} | ${names.length} | ${names.map(code).join('<br>') || '–'} |`);
    }
  }
  return `${lines.join('\n')}\n`;
}
