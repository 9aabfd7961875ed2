/** Counts the executed steps of code, so that a test of effort also works on a busy machine. */
import { Session } from "node:inspector"

/** Counts steps. */
export interface Steps {
  /** Returns how many functions, branches and loop bodies ran, also in libraries. */
  readonly of: (run: () => void) => number
  readonly end: () => void
}

/** Starts counting. Optimised code is compiled again, which takes longer than most of what is counted. */
export const countSteps = (): Steps => {
  const session = new Session()
  session.connect()
  session.post("Profiler.enable")
  session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true })
  /** Returns the steps since the last call. */
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
