/** Arbitraries of fast-check: feedback and lives of cases for a policy, and policies near one. */
export { type DrawnLife, feedbackFor, livesFor, policiesFrom } from "./testing/law/Arbitraries.ts"
export type { ScenarioStep } from "./testing/law/Law.ts"
