/** Codes `people/…`: the people file beside a policy. */

import { entry } from "../text/Entry.ts"

/** The entries of these codes. */
export const people = {
  "people/none": entry<{ path: string }>({ level: "error" }),
  "people/no-role": entry<{ person: string }>({ level: "warning" }),
  "people/nobody-is": entry<{ role: string; paths: ReadonlyArray<string> }>({ level: "warning" }),
  "people/not-there": entry<{ person: string; channel: string }>({ level: "warning" }),
  "people/nobody-on-shift": entry<{ role: string; calendar: string }>({ level: "warning" }),
  "people/not-staff": entry<{ who: string; gate?: string }>({ level: "warning" }),
  "people/own-deputy": entry<{ person: string }>({ level: "error" }),
  "people/delegates-more": entry<{ person: string; role: string }>({ level: "error" })
}
