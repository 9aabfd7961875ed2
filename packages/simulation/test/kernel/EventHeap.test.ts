import { describe, expect, it } from "vitest"
import { makeEventHeap } from "../../src/kernel/EventHeap.ts"

describe("the event heap", () => {
  it("returns the nearest first, and events of one instant in the order in which they were added", () => {
    const heap = makeEventHeap<string>()
    for (const [i, at] of [5, 1, 5, 3, 1, 5, 1, 3].entries()) heap.push(at, `${at}.${i}`)
    expect(heap.nextAt()).toBe(1)
    const out = Array.from({ length: heap.size }, () => heap.pop())
    expect(out).toEqual(["1.1", "1.4", "1.6", "3.3", "3.7", "5.0", "5.2", "5.5"])
    expect(heap.pop()).toBeUndefined()
    expect(heap.nextAt()).toBe(Number.POSITIVE_INFINITY)
  })

  it("keeps the order while events are added and removed", () => {
    const heap = makeEventHeap<number>()
    let last = 0
    for (let i = 0; i < 5_000; i++) {
      heap.push(last + ((i * 7_919) % 101), i)
      if (i % 3 === 0) {
        const at = heap.nextAt()
        expect(at).toBeGreaterThanOrEqual(last)
        last = at
        heap.pop()
      }
    }
  })
})
