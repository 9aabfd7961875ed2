/**
 * What is still to happen, nearest first; of what happens at one instant, that which was put in first. A binary heap:
 * the cost of an event rises with the logarithm of how many wait, and not with how many there have been.
 */

export interface EventHeap<T> {
  readonly size: number
  /** Puts something in for an instant; `order`: among those of one instant, else it is the last of them. */
  readonly push: (at: number, event: T, order?: number) => void
  /** The instant of the next; infinite where nothing is left. */
  readonly nextAt: () => number
  /** Returns the next without taking it out. */
  readonly peek: () => T | undefined
  /** Takes the next out. */
  readonly pop: () => T | undefined
}

interface Entry<T> {
  readonly at: number
  readonly sequence: number
  readonly event: T
}

const isBefore = (a: Entry<unknown>, b: Entry<unknown>): boolean =>
  a.at < b.at || (a.at === b.at && a.sequence < b.sequence)

export const makeEventHeap = <T>(): EventHeap<T> => {
  const heap: Entry<T>[] = []
  let sequence = 0

  const rise = (entry: Entry<T>, from: number): void => {
    let i = from
    while (i > 0) {
      const above = (i - 1) >> 1
      const parent = heap[above] as Entry<T>
      if (!isBefore(entry, parent)) break
      heap[i] = parent
      i = above
    }
    heap[i] = entry
  }

  const sink = (entry: Entry<T>): void => {
    let i = 0
    for (;;) {
      let child = 2 * i + 1
      if (child >= heap.length) break
      if (child + 1 < heap.length && isBefore(heap[child + 1] as Entry<T>, heap[child] as Entry<T>)) child += 1
      if (!isBefore(heap[child] as Entry<T>, entry)) break
      heap[i] = heap[child] as Entry<T>
      i = child
    }
    heap[i] = entry
  }

  return {
    get size() {
      return heap.length
    },
    push: (at, event, order) => {
      sequence += 1
      const entry = { at, sequence: order ?? sequence, event }
      heap.push(entry)
      rise(entry, heap.length - 1)
    },
    nextAt: () => heap[0]?.at ?? Number.POSITIVE_INFINITY,
    peek: () => heap[0]?.event,
    pop: () => {
      const first = heap[0]
      const last = heap.pop()
      if (first === undefined || last === undefined) return undefined
      if (heap.length > 0) sink(last)
      return first.event
    }
  }
}
