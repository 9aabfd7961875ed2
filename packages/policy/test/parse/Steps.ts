/** Counts the work that something does, so that a test can say that it is little on a machine that is busy, too. */
import { Session } from "node:inspector"

export interface Steps {
  /** Returns how often functions, branches and bodies of loops ran, those of libraries included. */
  readonly of: (run: () => void) => number
  readonly end: () => void
}

/** Begins to count. What has run faster until now is made anew, which takes longer than most of what is counted. */
export const countSteps = (): Steps => {
  const session = new Session()
  session.connect()
  session.post("Profiler.enable")
  session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true })
  /** Returns the steps since the last time. */
  const take = (): number => {
    let steps = 0
    session.post("Profiler.takePreciseCoverage", (failure, { result }) => {
      if (failure !== null) throw failure
      for (const { functions } of result)
        for (const { ranges } of functions) for (const { count } of ranges) steps += count
    })
    return steps
  }
  return {
    of: (run) => {
      take()
      run()
      return take()
    },
    end: () => session.disconnect()
  }
}
