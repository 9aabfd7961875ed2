/** Counts the work that something does, so that a test can say that it is little on a machine that is busy, too. */
import { Session } from "node:inspector"

/** Returns how often functions, branches and bodies of loops ran, those of libraries included. */
export const stepsOf = (run: () => void): number => {
  const session = new Session()
  session.connect()
  try {
    session.post("Profiler.enable")
    session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true })
    run()
    let steps = 0
    session.post("Profiler.takePreciseCoverage", (failure, { result }) => {
      if (failure !== null) throw failure
      for (const { functions } of result)
        for (const { ranges } of functions) for (const { count } of ranges) steps += count
    })
    return steps
  } finally {
    session.disconnect()
  }
}
