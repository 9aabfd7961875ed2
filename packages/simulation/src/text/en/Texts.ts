/** Every text of simulations in this language. */
import type { Like } from "@hearback/core"
import { assumption } from "./Assumptions.ts"
import { metric } from "./Metrics.ts"
import { errand, fit, mishap, part, setting, unused } from "./Parts.ts"
import { writing } from "./Writings.ts"

export const texts = { assumption, errand, fit, metric, mishap, part, setting, unused, writing }

export type Texts = Like<typeof texts>
