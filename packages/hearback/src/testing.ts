/** Tests of a policy: scenarios through the real engine, under a clock that tests move. */
export { errorsOf, failuresOf } from "./testing/Failure.ts"
export type { Fate, Sent } from "./testing/Recorder.ts"
export type { ExpectationResult, ScenarioFileResult, ScenarioResult, StepResult } from "./testing/Result.ts"
export { type RunOptions, runScenario, runScenarioFile } from "./testing/Run.ts"
export { type TestLoop, type TestLoopOptions, testLoop } from "./testing/TestLoop.ts"
