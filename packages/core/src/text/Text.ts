/** Everything a person reads from the record, in both languages: refusals, events, answers and the words of the domain. */
export { type Limit, limitAt, money, say as amount } from "./Amount.ts"
export { accepted } from "./event/Accepted.ts"
export { event, events } from "./event/Event.ts"
export { viewOf } from "./event/View.ts"
export type { View } from "./event/Voice.ts"
export { refusal, refusals, refused } from "./refusal/Refusal.ts"
export { type Area, known, word } from "./Words.ts"
