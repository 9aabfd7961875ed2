/** Codes `survey/…`: surveys with several questions, and the facts that they ask for. */

import { entry } from "../text/Entry.ts"

/** The entries of these codes. */
export const survey = {
  "survey/bad-scale": entry<{ fact: string }>({ level: "error" }),
  "survey/too-many-choices": entry<{ fact: string; count: number; most: number }>({ level: "error" }),
  "survey/asks-twice": entry<{ channel: string; key: string }>({ level: "error" }),
  "survey/no-questions": entry<{ channel: string }>({ level: "error" }),
  "survey/later-question": entry<{ question: string; other: string }>({ level: "error" }),
  "survey/never-asked": entry<{ question: string }>({ level: "warning" }),
  "survey/never-holds": entry<{ channel: string }>({ level: "warning" }),
  "survey/choices-alike": entry<{ question: string; choice: string; other: string }>({ level: "error" }),
  "survey/nothing-waits": entry<{ channel: string; question: string }>({ level: "warning" }),
  "survey/never-dissatisfied": entry<{ channel: string; gate: string }>({ level: "warning" })
}
