/**
 * Which names an owner may give: letters of any script, digits, `-` and `.`, but no word that the language uses at
 * the same place. Source: the language reference, files.
 */

/** Words that no name may be, in both key languages. */
const never = words(
  "otherwise also without removed all none unlimited never unknown 其余 另加 除去 删去 全部 无 不限 绝不 未知"
)

/** Words for a person, which no role may be called. */
const whoWords = words(
  "owner customer automatic receiver deputy department head departments praised 首问人 客户 自动 首位接收人 代理人 责任部门 部门负责人 涉及部门 受表扬者"
)

/** Moments that clocks start and end at, which no fact, event, level, gate or clock may be called. */
const moments = words(
  "received logged customer-wrote told-customer answered due closed 收到 登记 客户来信 告知客户 已答复 到期 结案"
)

/** The sets of reserved words, by what bears the name. */
export const reserved = { name: never, role: [...never, ...whoWords], moment: [...never, ...moments] } as const

/** What a name is made of; it neither begins nor ends with a sign. */
const form = "[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}.\\-]*[\\p{L}\\p{M}\\p{N}])?"

/** Returns the pattern of a name that is none of these words. */
export const namePattern = (without: ReadonlyArray<string>): RegExp =>
  new RegExp(`^(?!(?:${without.join("|")})$)${form}$`, "u")

/** The pattern of the tags of languages, as in `zh-CN`. */
export const languageTag = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u

/** Whether a text has the form of a name, reserved or not. */
export const isNameForm = (text: string): boolean => new RegExp(`^${form}$`, "u").test(text)

/** Returns the name that a text could be, when it is near to one: blanks and underscores as dashes. */
export function nameLike(text: string): string | undefined {
  const proposal = text
    .trim()
    .replace(/[\s_/]+/gu, "-")
    .replace(/[^\p{L}\p{M}\p{N}.-]/gu, "")
    .replace(/^[.-]+|[.-]+$/gu, "")
  return isNameForm(proposal) && proposal !== text ? proposal : undefined
}

function words(text: string): ReadonlyArray<string> {
  return text.split(" ")
}
