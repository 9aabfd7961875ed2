/** Everything a person reads from the record, in each language: refusals, events, answers and the words of the domain. */

export { accepted } from "./Accepted.ts"
export { event, events } from "./Event.ts"
export { limitAt, money, say as amount } from "./phrase/Amount.ts"
export { viewOf } from "./phrase/View.ts"
export { wait } from "./phrase/Voice.ts"
export { known, letter, table, word } from "./phrase/Words.ts"
export { refusal, refused } from "./refusal/Refusal.ts"
export { parameters as refusals } from "./shape/Reason.ts"
export type { Limit, View } from "./shape/View.ts"
export type { Area } from "./shape/Voice.ts"
