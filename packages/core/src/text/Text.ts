/** Everything a person reads from the record, in both languages: refusals, events, answers and the words of the domain. */

export { accepted } from "./Accepted.ts"
export { event, events } from "./Event.ts"
export { type Limit, limitAt, money, say as amount } from "./phrase/Amount.ts"
export { viewOf } from "./phrase/View.ts"
export { type View, wait } from "./phrase/Voice.ts"
export { type Area, known, table, word, words } from "./phrase/Words.ts"
export { refusal, refusals, refused } from "./refusal/Refusal.ts"
