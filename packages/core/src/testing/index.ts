/** Test tools for packages that build on the core: a test policy, specifications, a small engine, and the laws. */

export * as Build from "./Build.ts"
export * as BrokenDeciders from "./broken/index.ts"
export * as History from "./History.ts"
export * as Laws from "./laws/index.ts"
export * as MadeUp from "./MadeUp.ts"
export * as Spec from "./Spec.ts"
export * as Wishes from "./Wishes.ts"
export * as World from "./World.ts"
