// The inventory of requirements: which ids exist, and how docs/requirements.md is read.

export const GROUPS = [
  { name: 'S0', count: 102 },
  { name: 'S1', count: 57 },
  { name: 'S2', count: 35 },
  { name: 'S3', count: 38 },
  { name: 'S4', count: 56 },
  { name: 'C', count: 70 },
];

export const STATES = ['planned', 'partial', 'done'];

const NOT_YET = 'Not yet:';

/** Every id of the inventory in its order: S0-1 … C-70. */
export const ALL_IDS = GROUPS.flatMap(({ name, count }) =>
  Array.from({ length: count }, (_, index) => `${name}-${index + 1}`),
);

const KNOWN = new Set(ALL_IDS);

export const isKnownId = (text) => KNOWN.has(text);

/**
 * True for what was meant as an id, a mistyped one included (another dash, a Cyrillic «С»),
 * so that a typo is reported and not passed over.
 */
export const looksLikeId = (text) => /^(s\d|[c\u0441])[-–—_]\d+\w?$/iu.test(text);

const cellsOf = (line) =>
  line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());

/**
 * Reads the tables of docs/requirements.md.
 * @returns {{rows: Map<string, {id: string, text: string, state: string}>, problems: string[]}}
 */
export function parseRequirements(markdown) {
  const rows = new Map();
  const problems = [];
  markdown.split(/\r?\n/).forEach((line, index) => {
    if (!line.trim().startsWith('|')) return;
    const at = `requirements.md:${index + 1}`;
    const cells = cellsOf(line);
    const [id, text, state] = cells;
    if (cells.every((cell) => /^:?-+:?$/.test(cell)) || id === 'id') return;
    // Other tables (the meaning of the states) are allowed; their first cell does not resemble an id.
    if (!looksLikeId(id)) return;
    if (!isKnownId(id)) {
      problems.push(`${at}: ${id} is not an id of the inventory`);
      return;
    }
    if (cells.length !== 3) problems.push(`${at}: ${id} has ${cells.length} cells instead of id | text | state`);
    if (rows.has(id)) problems.push(`${at}: ${id} is listed twice`);
    if (!text) problems.push(`${at}: ${id} does not say what the product does about it`);
    if (!STATES.includes(state)) problems.push(`${at}: ${id} has the state '${state ?? ''}' (${STATES.join(', ')})`);
    // A partial claim is worth as much as its word on what is still missing.
    if ((state === 'partial') !== (text ?? '').includes(NOT_YET)) {
      problems.push(`${at}: ${id} is ${state} ${state === 'partial' ? `without saying '${NOT_YET} …'` : `and says '${NOT_YET}'`}`);
    }
    rows.set(id, { id, text, state });
  });

  for (const { name, count } of GROUPS) {
    const ids = ALL_IDS.filter((id) => id.startsWith(`${name}-`));
    const missing = ids.filter((id) => !rows.has(id));
    if (missing.length > 0) {
      problems.push(
        `requirements.md: group ${name} has ${count - missing.length} of ${count} ids; missing ${missing.join(', ')}`,
      );
    }
  }
  return { rows, problems };
}
