/** Which records were met in a file: eight bytes for each, so that many millions fit. */
export interface SeenRecords {
  readonly has: (id: string) => boolean;
  readonly add: (id: string) => void;
}

const emptySlot = 0;
const fullest = 0.6;

/**
 * A set of ids by two hashes of 32 bits each. Of ten million ids, the odds that any two are taken for one another are one
 * in three hundred thousand.
 */
export function createSeenRecords(): SeenRecords {
  let table = createTable(1 << 12);
  let count = 0;
  const grow = () => {
    const old = table;
    table = createTable(old.first.length * 2);
    for (let slot = 0; slot < old.first.length; slot += 1)
      if (old.first[slot] !== emptySlot) put(table, old.first[slot] ?? 0, old.second[slot] ?? 0);
  };
  return {
    has: (id) => {
      const [first, second] = hashesOf(id);
      return table.first[slotOf(table, first, second)] !== emptySlot;
    },
    add: (id) => {
      if (count > table.first.length * fullest) grow();
      const [first, second] = hashesOf(id);
      if (put(table, first, second)) count += 1;
    },
  };
}

interface Table {
  readonly first: Uint32Array;
  readonly second: Uint32Array;
}

function createTable(size: number): Table {
  return { first: new Uint32Array(size), second: new Uint32Array(size) };
}

/** The slot that holds a pair, or the free one where it belongs. */
function slotOf({ first, second }: Table, one: number, other: number): number {
  const mask = first.length - 1;
  let slot = (one ^ (other >>> 7)) & mask;
  while (first[slot] !== emptySlot && (first[slot] !== one || second[slot] !== other)) slot = (slot + 1) & mask;
  return slot;
}

function put(table: Table, one: number, other: number): boolean {
  const slot = slotOf(table, one, other);
  if (table.first[slot] !== emptySlot) return false;
  table.first[slot] = one;
  table.second[slot] = other;
  return true;
}

/** Two FNV-1a hashes with a final mix; the first is never 0, which marks a free slot. */
function hashesOf(id: string): readonly [number, number] {
  let one = 0x811c9dc5;
  let other = 0x9747b28c;
  for (let index = 0; index < id.length; index += 1) {
    const unit = id.charCodeAt(index);
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul(other ^ unit, 0x5bd1e995) ^ (other >>> 15);
  }
  return [mix(one) || 1, mix(other ^ id.length)];
}

function mix(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
