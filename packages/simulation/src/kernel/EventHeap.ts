/**
 * A queue of future events, nearest first. Events at one instant keep the order in which they were added. It is a
 * binary heap, so the cost of an event grows with the logarithm of the number that wait, not with the number of past
 * events.
 */

/** A queue of future events. */
export interface EventHeap<T> {
  readonly size: number
  /**
   * Adds an event at an instant. `order`: its position among events of the same instant; without it, it is the last.
   */
  readonly push: (at: number, event: T, order?: number) => void
  /** The instant of the next event; infinite if none is left. */
  readonly nextAt: () => number
  /** Returns the next event without removing it. */
  readonly peek: () => T | undefined
  /** Removes and returns the next event. */
  readonly pop: () => T | undefined
}

interface Entry<T> {
  readonly at: number
  readonly sequence: number
  readonly event: T
}

const isBefore = (a: Entry<unknown>, b: Entry<unknown>): boolean =>
  a.at < b.at || (a.at === b.at && a.sequence < b.sequence)

/** Makes an empty queue. */
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
