/** Tests of a policy: scenarios through the real engine, under a clock that tests move. */
export type { Fate, Sent } from "./testing/Recorder.ts"
export type { ExpectationResult, ScenarioFileResult, ScenarioResult, StepResult } from "./testing/Result.ts"
export { type RunOptions, runScenario, runScenarioFile } from "./testing/Run.ts"
