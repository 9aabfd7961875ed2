/** Every text of the facade in this language. */
import type { Texts } from "../en/Texts.ts"
import { answer } from "./Answers.ts"
import { audit } from "./Audit.ts"
import { receipt } from "./Receipts.ts"
import { scenario } from "./Scenarios.ts"
import { store } from "./Stores.ts"

export const texts: Texts = { answer, audit, receipt, scenario, store }
