/** Lines that can be looked at before they are taken. */
import type { FileLine } from "./Lines.ts"

export interface LineQueue {
  /** Returns the line so many places on, undefined after the last one. */
  peek(place: number): Promise<FileLine | undefined>
  /** Takes lines from the front, fewer where there are fewer. */
  take(count: number): Promise<readonly FileLine[]>
}

/** Taken lines are let go of in blocks, since to shift a long array for each line takes too long. */
const BLOCK = 1000

export const makeLineQueue = (source: AsyncIterator<FileLine>): LineQueue => {
  let held: FileLine[] = []
  let front = 0
  const fill = async (count: number): Promise<void> => {
    while (held.length - front < count) {
      const { value, done } = await source.next()
      if (done === true) return
      held.push(value)
    }
  }
  return {
    peek: async (place) => {
      await fill(place + 1)
      return held[front + place]
    },
    take: async (count) => {
      await fill(count)
      const taken = held.slice(front, front + count)
      front += taken.length
      if (front > BLOCK) {
        held = held.slice(front)
        front = 0
      }
      return taken
    }
  }
}
