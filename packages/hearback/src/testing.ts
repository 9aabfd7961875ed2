/** Tests of a policy: scenarios run by the real engine, with a clock that tests move. */
export {
  type Checked,
  checkAllowed,
  checkClosed,
  checkDue,
  checkMissed,
  checkOwner,
  type Verb
} from "./testing/check/CaseChecks.ts"
export { type PolicyCoverage, type ScenarioCoverage, scenarioCoverage } from "./testing/coverage/ScenarioCoverage.ts"
export type { CaseExpected, StepExpected, Submitted } from "./testing/given/BuiltStep.ts"
export { type BuiltScenario, type GivenOptions, given, type StepBy } from "./testing/given/ScenarioBuilder.ts"
export { type DrawnLife, feedbackFor, livesFor, policiesFrom } from "./testing/law/Arbitraries.ts"
export type { Expected, PolicyLaw, ScenarioStep } from "./testing/law/Law.ts"
export { type CheckPolicyOptions, checkPolicy, type PolicyChecked } from "./testing/law/PolicyCheck.ts"
export { matchers } from "./testing/matcher/Matchers.ts"
export { errorsOf, failuresOf } from "./testing/scenario/Failure.ts"
export { type RunnableFile, type RunnableScenario, scenariosOf } from "./testing/scenario/RunnableScenarios.ts"
export type {
  ExpectationResult,
  ScenarioFileResult,
  ScenarioResult,
  StepResult
} from "./testing/scenario/ScenarioResult.ts"
export { type RunOptions, runScenario, runScenarioFile } from "./testing/scenario/ScenarioRun.ts"
export type { Fate, Sent } from "./testing/virtual/Recorder.ts"
export { type TestLoop, type TestLoopOptions, testLoop } from "./testing/virtual/TestLoop.ts"
