/**
 * Pseudo-random numbers in streams that do not depend on one another: `aim` starts the stream of one question about one
 * lead, so that the same lead gets the same luck under another contract, however many draws came before.
 */
export interface Random {
  /** Starts a stream: for which purpose, for which lead, about which clause, and which time in a row. */
  readonly aim: (purpose: number, lead: number, clause: number, occurrence: number) => void;
  /** The next number of the stream, above 0 and below 1. */
  readonly next: () => number;
}

/** What numbers are drawn for. */
export const purposes = {
  arrival: 1,
  kind: 2,
  field: 3,
  signal: 4,
  effort: 5,
  decision: 6,
  plan: 7,
  pause: 8,
  comeback: 9,
} as const;

/** The streams of a seed and a run. */
export function createRandom(seed: number, run: number): Random {
  const generator = createXoshiro();
  const first = mix(mix(0x9e3779b9, seed >>> 0), run >>> 0);
  const second = mix(mix(0x85ebca6b, run >>> 0), (seed / 2 ** 32) >>> 0 || seed >>> 0);
  return {
    aim: (purpose, lead, clause, occurrence) => {
      const one = mix(mix(mix(mix(first, purpose), lead), clause), occurrence);
      const other = mix(mix(mix(mix(second, occurrence), clause), lead), purpose);
      generator.start(one, other, mix(one, 0x632be59b), mix(other, 0x51f15e47) | 1);
    },
    // The middle of one of 2³² equal parts: neither end can come up.
    next: () => (generator.next() + 0.5) / 4_294_967_296,
  };
}

/** A generator of 32-bit numbers whose state can be set. */
interface Generator {
  readonly start: (a: number, b: number, c: number, d: number) => void;
  readonly next: () => number;
}

/**
 * xoshiro128** 1.1 of D. Blackman and S. Vigna ("Scrambled Linear Pseudorandom Number Generators", ACM TOMS 47, 2021,
 * public domain): four 32-bit words of state, period 2¹²⁸ − 1. The state must not be all zero.
 */
export function createXoshiro(): Generator {
  let a = 1;
  let b = 2;
  let c = 3;
  let d = 4;
  return {
    start: (one, two, three, four) => {
      a = one;
      b = two;
      c = three;
      d = four;
    },
    next: () => {
      const product = Math.imul(b, 5);
      const result = Math.imul((product << 7) | (product >>> 25), 9) >>> 0;
      const shifted = b << 9;
      c ^= a;
      d ^= b;
      b ^= c;
      a ^= d;
      c ^= shifted;
      d = (d << 11) | (d >>> 21);
      return result;
    },
  };
}

/** Takes a word into a hash: the rounds and the finish of MurmurHash3 (A. Appleby, public domain). */
function mix(hash: number, word: number): number {
  let taken = Math.imul(word, 0xcc9e2d51);
  taken = Math.imul((taken << 15) | (taken >>> 17), 0x1b873593);
  let mixed = hash ^ taken;
  mixed = (Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0xe6546b64) | 0;
  mixed ^= mixed >>> 16;
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/** A number for a name, the same in every version of a contract that has it (FNV-1a). */
export function numberOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let position = 0; position < name.length; position += 1)
    hash = Math.imul(hash ^ name.charCodeAt(position), 0x01000193);
  return hash >>> 0;
}
