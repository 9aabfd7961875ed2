/** The grants on a case, each with the role whose limit allowed it. */
import { defined, Text } from "@hearback/core"
import { momentsOf, type Story } from "../story/CaseStory.ts"

/**
 * A grant.  Units: `amount` in minor units of the currency (`compensate`), basis points (`discount`), units
 * (`grant`).
 */
export interface Grant {
  readonly at: number
  readonly role: string
  readonly power: "compensate" | "discount" | "grant"
  /** The currency, only for money. */
  readonly currency?: string
  readonly amount: number
}

const powers = { compensated: "compensate", discounted: "discount", "resources-granted": "grant" } as const

/** Returns the grants of a case. */
export const grantsOf = (story: Story): readonly Grant[] =>
  momentsOf(story, "compensated", "discounted", "resources-granted").map(({ event: { event, at, why, amount } }) => {
    const { bundle } = story.policy
    const power = powers[event]
    const role = Text.limitAt(bundle, why ?? "", "en")?.role ?? ""
    return defined({ at, role, power, currency: power === "compensate" ? bundle.currency?.code : undefined, amount })
  })
