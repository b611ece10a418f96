/** Something due at a time; `order` decides among those due at the same one. */
export interface Due {
  readonly at: number;
  readonly order: number;
  readonly kind: "trigger" | "run";
  readonly flowId: string;
  /** The key of its document. */
  readonly key: string;
}

/** What is due, the earliest first. Entries that were overtaken stay in it; who takes them out looks whether they still hold. */
export interface DueHeap {
  readonly push: (due: Due) => void;
  readonly peek: () => Due | undefined;
  readonly pop: () => Due | undefined;
  readonly clear: () => void;
}

/** A total order, so that what comes first never depends on the order of insertion. */
function isBefore(a: Due, b: Due): boolean {
  if (a.at !== b.at) return a.at < b.at;
  if (a.order !== b.order) return a.order < b.order;
  if (a.flowId !== b.flowId) return a.flowId < b.flowId;
  return a.key < b.key;
}

function siftUp(items: Due[], from: number): void {
  let index = from;
  while (index > 0) {
    const parent = (index - 1) >> 1;
    const [item, above] = [items[index], items[parent]];
    if (item === undefined || above === undefined || !isBefore(item, above)) return;
    items[index] = above;
    items[parent] = item;
    index = parent;
  }
}

function siftDown(items: Due[]): void {
  let index = 0;
  for (;;) {
    let least = index;
    for (const child of [2 * index + 1, 2 * index + 2]) {
      const [candidate, best] = [items[child], items[least]];
      if (candidate !== undefined && best !== undefined && isBefore(candidate, best)) least = child;
    }
    const [item, below] = [items[index], items[least]];
    if (least === index || item === undefined || below === undefined) return;
    items[index] = below;
    items[least] = item;
    index = least;
  }
}

/** An empty binary heap. */
export function createDueHeap(): DueHeap {
  const items: Due[] = [];
  return {
    push: (due) => {
      items.push(due);
      siftUp(items, items.length - 1);
    },
    peek: () => items[0],
    pop: () => {
      const first = items[0];
      const last = items.pop();
      if (items.length > 0 && last !== undefined) {
        items[0] = last;
        siftDown(items);
      }
      return first;
    },
    clear: () => {
      items.length = 0;
    },
  };
}
