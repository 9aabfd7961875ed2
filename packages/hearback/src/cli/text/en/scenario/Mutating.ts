/** What is said of changes of a policy that scenarios notice or do not. */
import type { MutationKind } from "../../../../testing/mutation/Mutation.ts"

export const mutating = {
  title: (policy: string) => `Changes to ${policy}`,
  noticed: (noticed: number, tried: number) => `${noticed} of ${tried} changes are noticed by a scenario`,
  sample: (tried: number, all: number) => `${tried} of ${all} changes were tried; \`--most\` sets how many`,
  changes: {
    bound: (about: string) => `the bound ${about} raised by one unit`,
    dropped: () => "the row removed",
    swapped: (about: string) => `the row moved below ${about}`,
    gate: () => "the gate removed",
    limit: () => "the limit removed"
  } satisfies Record<MutationKind, (about: string) => string> as Readonly<
    Record<MutationKind, (about: string) => string>
  >,
  progress: (tried: number, of: number) => `${tried}/${of} changes tried`
}

export type MutationTexts = typeof mutating
