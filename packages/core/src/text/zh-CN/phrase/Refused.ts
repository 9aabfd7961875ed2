import type * as en from "../../en/phrase/Refused.ts"
import type { Like } from "../../shape/Like.ts"
import { quoted } from "../../shape/Said.ts"
import { zh } from "../form/Blanks.ts"

export const refused: Like<typeof en.refused> = {
  cannot: (asked, why, wording) => {
    const verb = wording.word("verb", asked === "move" ? "move-policy" : asked)
    return `不能${verb === asked ? ` ${quoted(asked)}` : verb}：${why}。`
  },
  needs: (role, people, wording) =>
    zh`须由 ${quoted(role)}${people.length === 0 ? "" : `（${wording.anyOf(people)}）`} 办理。`,
  allowed: (commands) => `现在可以：${commands}。`,
  command: (text, wording) => {
    const [verb = "", ...gate] = text.split(" ")
    const said = wording.word("verb", verb)
    const named = gate.length === 0 ? "" : ` ${quoted(gate.join(" "))}`
    return said === verb ? quoted(text) : `${said}${named}`
  }
}
