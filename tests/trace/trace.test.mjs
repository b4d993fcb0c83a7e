// node --test tests/trace/trace.test.mjs: every rule of the trace is seen to hold and to fail.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ALL_IDS } from './requirements.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const fixture = (name) => readFileSync(join(here, 'fixtures', name), 'utf8');

const PROVEN = ['S0-14', 'S0-30', 'S0-68', 'S0-90', 'C-32', 'C-69'];
const roots = [];
afterEach(() => roots.splice(0).forEach((root) => rmSync(root, { recursive: true })));

const row = (id, state = PROVEN.includes(id) ? 'done' : 'planned') => `| ${id} | what it does \\| how.${state === 'partial' ? ' Not yet: more.' : ''} | ${state} |`;
const requirements = (edit = (lines) => lines) =>
  `# Requirements\n\n| state | meaning |\n|---|---|\n| done | proven |\n\n| id | what | state |\n|---|---|---|\n${edit(ALL_IDS.map((id) => row(id))).join('\n')}\n`;
const withState = (id, state) => requirements((lines) => lines.map((line) => (line === row(id) ? row(id, state) : line)));

/** A repository whose claims, tests and coverage agree, unless a file is replaced (or left out with null). */
function repository(files = {}) {
  const root = mkdtempSync(join(tmpdir(), 'trace-'));
  roots.push(root);
  const all = {
    'docs/requirements.md': requirements(),
    'artifacts/test-results/unit.xml': fixture('unit.xml'),
    'artifacts/test-results/e2e.json': fixture('e2e.json'),
    'artifacts/test-results/client.json': fixture('client.json').replace('{root}', root.replaceAll('\\', '/')),
  };
  const write = (entries) => {
    for (const [name, text] of Object.entries(entries)) {
      mkdirSync(dirname(join(root, name)), { recursive: true });
      if (text === null) rmSync(join(root, name), { force: true });
      else writeFileSync(join(root, name), text);
    }
  };
  write(all);
  assert.equal(trace(root, 'generate').code, 0);
  write(files);
  return root;
}

function trace(root, ...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(here, 'trace.mjs'), ...args, '--root', root], {
    encoding: 'utf8',
  });
  return { code: status, output: stdout + stderr };
}

/** The check of this repository fails, and says each of these. */
function refuses(files, ...messages) {
  const { code, output } = trace(repository(files), 'check');
  assert.equal(code, 1, output);
  for (const message of messages) assert.ok(output.includes(message), `expected «${message}» in:\n${output}`);
  return output;
}

const UNIT = 'artifacts/test-results/unit.xml';
const E2E = 'artifacts/test-results/e2e.json';
const CLIENT = 'artifacts/test-results/client.json';
const REQUIREMENTS = 'docs/requirements.md';
const COVERAGE = 'docs/coverage.md';

describe('where everything agrees', () => {
  test('the check passes and counts', () => {
    const { code, output } = trace(repository(), 'check');
    assert.equal(code, 0, output);
    assert.match(output, /358 ids: planned 352, partial 0, done 6; 6 tests name ids/);
  });

  test('coverage names the tests of each id, sorted, without rows, browsers or machine', () => {
    const root = repository();
    const coverage = readFileSync(join(root, COVERAGE), 'utf8');
    assert.ok(
      coverage.includes(
        '| S0-14 | done | 3 | `PairTests.Is_signed`<br>`PairTests.Term`<br>`e2e/pairs/chain.spec.ts › A pair › is formed from the bank \\| by keyboard` |',
      ),
      coverage,
    );
    assert.ok(coverage.includes('`e2e/pairs/chain.spec.ts › A pair › that is active › is logged with one hand`'));
    const client = 'client/src/features/meetings/LogMeeting.test.tsx › LogMeeting';
    assert.ok(coverage.includes(`| C-69 | done | 2 | \`${client} › keeps the typed text\`<br>\`${client} › shows minutes in []\` |`));
    assert.ok(coverage.includes('| S0-1 | planned | 0 | – |'));
    assert.ok(coverage.includes('| all | 358 | 352 | 0 | 6 | 6 |'));
    assert.ok(!coverage.includes(root) && !coverage.includes('2026'));
  });

  test('two runs in two places write the same bytes', () => {
    const [one, two] = [repository(), repository()].map((root) => readFileSync(join(root, COVERAGE), 'utf8'));
    assert.equal(one, two);
  });

  test('a partial claim with a test passes once the page is written anew', () => {
    const root = repository({ [REQUIREMENTS]: withState('S0-30', 'partial') });
    assert.equal(trace(root, 'generate').code, 0);
    assert.equal(trace(root, 'check').code, 0);
  });

  test('a page with Windows line ends passes', () => {
    const root = repository();
    writeFileSync(join(root, COVERAGE), readFileSync(join(root, COVERAGE), 'utf8').replaceAll('\n', '\r\n'));
    assert.equal(trace(root, 'check').code, 0);
  });
});

describe('claims and tests', () => {
  for (const state of ['done', 'partial']) {
    test(`a ${state} id without a test`, () =>
      refuses({ [REQUIREMENTS]: withState('S0-1', state) }, `S0-1 is ${state}, but no passing test names it`));
  }

  test('a planned id with tests', () =>
    refuses({ [REQUIREMENTS]: withState('S0-14', 'planned') }, 'S0-14 is planned, but 3 tests prove it'));

  test('a page that nobody wrote anew', () => {
    refuses({ [COVERAGE]: 'old\n' }, 'docs/coverage.md is out of date from line 1 on');
    refuses({ [COVERAGE]: null }, 'docs/coverage.md is missing');
    refuses({ [REQUIREMENTS]: withState('S0-30', 'partial') }, 'docs/coverage.md is out of date');
  });
});

describe('tests that prove nothing', () => {
  test('a failed row of a theory', () =>
    refuses(
      { [UNIT]: fixture('unit.xml').replace('(months: 3)" result="Pass"', '(months: 3)" result="Fail"') },
      'PairTests.Term names S0-14 and was failed',
    ));

  test('a skipped test leaves its id without proof', () =>
    refuses(
      { [UNIT]: fixture('unit.xml').replace('so" result="Pass"', 'so" result="Skip"') },
      'PairTests.Is_signed names S0-14, S0-30 and was skipped',
      'S0-30 is done, but no passing test names it',
    ));

  test('a test that is run only when asked', () =>
    refuses({ [UNIT]: fixture('unit.xml').replace('so" result="Pass"', 'so" result="NotRun"') }, 'and was skipped'));

  test('a test that failed in one browser', () =>
    refuses(
      { [E2E]: fixture('e2e.json').replace('"status": "expected"', '"status": "unexpected"') },
      'is formed from the bank | by keyboard names S0-14, S0-68 and was failed',
    ));

  test('a test that passed only when repeated, and one expected to fail', () => {
    refuses({ [E2E]: fixture('e2e.json').replace('"status": "expected"', '"status": "flaky"') }, 'and was failed');
    refuses({ [E2E]: fixture('e2e.json').replace('"expectedStatus": "passed"', '"expectedStatus": "failed"') }, 'and was failed');
  });

  test('a test skipped in every browser', () =>
    refuses(
      { [E2E]: fixture('e2e.json').replaceAll('"status": "expected"', '"status": "skipped"') },
      'is logged with one hand names C-32 and was skipped',
    ));

  test('a failed and a skipped test of the client', () => {
    const client = (status) => (root) =>
      fixture('client.json').replace('{root}', root).replace('[S0-90]", "status": "passed"', `[S0-90]", "status": "${status}"`);
    for (const [status, outcome] of [['failed', 'failed'], ['skipped', 'skipped'], ['todo', 'skipped']]) {
      const root = repository();
      writeFileSync(join(root, CLIENT), client(status)(root));
      const { code, output } = trace(root, 'check');
      assert.equal(code, 1);
      assert.ok(output.includes(`keeps the typed text names C-69, C-32, S0-90 and was ${outcome}`), output);
    }
  });
});

describe('a test that names more than three ids', () => {
  const title = 'keeps the typed text [C-32] [S0-90';
  const repeated = (ids) => {
    const root = repository();
    writeFileSync(join(root, CLIENT), fixture('client.json').replace('{root}', root).replace(title, `${title} ${ids}`));
    return trace(root, 'check').output;
  };

  test('of the client, those of its describe among them', () => {
    assert.ok(repeated('S0-30').includes('keeps the typed text names 4 ids (C-69, C-32, S0-90, S0-30), more than 3'));
    assert.ok(!repeated('S0-90').includes('more than 3'), 'an id said twice is one');
  });

  test('of the browser', () =>
    refuses({ [E2E]: fixture('e2e.json').replace('"C-32"', '"C-32", "C-69", "S0-30", "S0-14"') }, 'names 4 ids (C-32, C-69, S0-30, S0-14)'));

  test('of C#', () =>
    refuses(
      { [UNIT]: fixture('unit.xml').replace('<trait name="covers" value="S0-30"', ['C-32', 'C-69', 'S0-68'].map((id) => `<trait name="covers" value="${id}" />`).join('') + '$&') },
      'names 5 ids',
    ));
});

describe('ids that do not exist', () => {
  for (const wrong of ['S0-103', 'S5-1', 'S0-030', 's0-30', 'S0-30, S0-31', '\u0421-27', 'anything']) {
    test(`a C# test that names '${wrong}'`, () =>
      refuses({ [UNIT]: fixture('unit.xml').replace('value="S0-30"', `value="${wrong}"`) }, `names '${wrong}', which is not an id`));
  }

  test('a browser test with a mistyped tag; other tags are its own business', () => {
    const output = refuses({ [E2E]: fixture('e2e.json').replace('"C-32"', '"C-71"') }, "names 'C-71', which is not an id");
    assert.ok(!output.includes("'phone'"));
    refuses({ [E2E]: fixture('e2e.json').replace('"C-32"', '"\u0421-32"') }, "names '\u0421-32', which is not an id");
  });

  test('a client test with a mistyped id', () => {
    const root = repository();
    writeFileSync(join(root, CLIENT), fixture('client.json').replace('{root}', root).replace('[C-32]', '[C-32 C_33]'));
    const { code, output } = trace(root, 'check');
    assert.equal(code, 1);
    assert.ok(output.includes("names 'C_33', which is not an id"), output);
  });
});

describe('reports that cannot be trusted', () => {
  test('no report of the C# tests', () => {
    refuses({ [UNIT]: null }, 'no report of the C# tests in artifacts');
    refuses({ [UNIT]: '<assemblies></assemblies>' }, 'no report of the C# tests in artifacts');
  });

  test('no directory at all', () => {
    const root = repository();
    rmSync(join(root, 'artifacts'), { recursive: true });
    const { code, output } = trace(root, 'check');
    assert.equal(code, 1);
    assert.match(output, /there is no directory artifacts.test-results: run the tests first/);
  });

  test('a report that was cut off', () => {
    refuses({ [UNIT]: fixture('unit.xml').slice(0, -60) }, 'unit.xml ends in the middle');
    refuses({ [E2E]: fixture('e2e.json').slice(0, -60) }, 'e2e.json is not JSON');
  });

  test('a report that announces more tests than it holds', () =>
    refuses({ [UNIT]: fixture('unit.xml').replace('total="5"', 'total="6"') }, 'unit.xml announces 6 tests and holds 5'));

  test('files that are no reports', () => {
    refuses({ 'artifacts/test-results/other.json': '{}' }, 'other.json is neither a Playwright nor a vitest report');
    refuses({ 'artifacts/test-results/other.xml': '<testsuites/>' }, 'other.xml is not an xunit.v3 report');
  });

  test('a report of another checkout', () =>
    refuses({ [CLIENT]: fixture('client.json').replace('{root}', '/elsewhere') }, 'client.json tells of /elsewhere'));

  test('the page is not written from them', () => {
    const root = repository({ [UNIT]: null, [COVERAGE]: null });
    const { code, output } = trace(root, 'generate');
    assert.equal(code, 1);
    assert.ok(output.includes('docs/coverage.md is not written'), output);
    assert.ok(!existsSync(join(root, COVERAGE)));
  });
});

describe('the list of requirements', () => {
  const edited = (from, to) => ({ [REQUIREMENTS]: requirements((lines) => lines.flatMap((line) => (line === row(from) ? to : [line]))) });

  test('a missing id', () => refuses(edited('S3-38', []), 'group S3 has 37 of 38 ids; missing S3-38'));
  test('an id listed twice', () => refuses(edited('S2-1', [row('S2-1'), row('S2-1')]), 'S2-1 is listed twice'));
  test('an id too many', () => refuses(edited('C-70', [row('C-70'), row('C-71')]), 'C-71 is not an id of the inventory'));
  test('an unknown state', () => refuses(edited('S1-5', [row('S1-5', 'soon')]), "S1-5 has the state 'soon'"));
  test('a row without words', () => refuses(edited('S1-5', ['| S1-5 | | planned |']), 'S1-5 does not say what'));
  test('a row with a cell too many', () => refuses(edited('S1-5', ['| S1-5 | a | b | planned |']), 'S1-5 has 4 cells'));
  test('a partial claim that does not say what is missing', () =>
    refuses(edited('S0-30', ['| S0-30 | half of it | partial |']), "S0-30 is partial without saying 'Not yet: …'"));
  test('a full claim that says something is missing', () =>
    refuses(edited('S0-30', ['| S0-30 | all. Not yet: half. | done |']), "S0-30 is done and says 'Not yet:'"));
  test('no list', () => refuses({ [REQUIREMENTS]: null }, 'there is no docs/requirements.md'));
});

describe('the command line', () => {
  test('anything else than the two commands is refused', () => {
    for (const args of [[], ['chekc'], ['check', '--rot', '/'], ['check', '--root'], ['check', '--root', '/', 'more']]) {
      const { status, stderr } = spawnSync(process.execPath, [join(here, 'trace.mjs'), ...args], { encoding: 'utf8' });
      assert.equal(status, 2, args.join(' '));
      assert.match(stderr, /^usage:/);
    }
  });

  test('it checks when called through a link too', { skip: process.platform === 'win32' && 'links need rights there' }, () => {
    const root = repository({ [COVERAGE]: null });
    symlinkSync(here, join(root, 'linked'));
    const { status } = spawnSync(process.execPath, [join(root, 'linked', 'trace.mjs'), 'check', '--root', root]);
    assert.equal(status, 1);
  });
});
