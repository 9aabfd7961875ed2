/** Every text of the facade in this language. */
import type { Like } from "@hearback/core"
import { answer } from "./Answers.ts"
import { audit } from "./Audit.ts"
import { receipt } from "./Receipts.ts"
import { scenario } from "./Scenarios.ts"
import { store } from "./Stores.ts"

export const texts = { answer, audit, receipt, scenario, store }

export type Texts = Like<typeof texts>
