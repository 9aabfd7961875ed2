/** A queue of lines that can be read ahead before they are taken. */
import type { FileLine } from "./Lines.ts"

/** A queue of lines. */
export interface LineQueue {
  /** Returns the line a number of places ahead; undefined after the last one. */
  peek(place: number): Promise<FileLine | undefined>
  /** Takes lines from the front, fewer if there are fewer. */
  take(count: number): Promise<readonly FileLine[]>
}

/** Taken lines are removed in blocks of this size, because shifting a long array for each line is slow. */
const BLOCK = 1000

/** Makes a queue of the lines of a source. */
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
