/** Letters and characters that the eye takes for others: of another script, of full width, or all but the same. */
import { foldedText } from "@hearback/core"

/** Letters of other scripts that look like Latin ones, each before the one that it looks like. */
const letters = new Map(
  "аaвbеeёeкkмmнhоoрpсcтtуyхxіiјjѕsһhԁdԛqԝwАAВBЕEКKМMНHОOРPСCТTУYХXІIЈJЅSαaεeγyοoνvρpιiτtυuωwκkΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX"
    .match(/../gu)
    ?.map((pair) => [pair[0] ?? "", pair[1] ?? ""] as const)
)

/** Characters that one stroke tells apart; of each group the first stands for all. */
const strokes = new Map(
  ["已己巳", "日曰", "未末", "土士", "人入", "戊戌戍", "候侯", "晴睛", "管菅", "拔拨", "治冶", "账帐", "辨辩"].flatMap(
    (group) => [...group].map((each) => [each, group[0] ?? each] as const)
  )
)

/** A character in a name that looks like a letter of another script. */
export interface Stray {
  /** The first letter that does not belong. */
  readonly letter: string
  readonly of: "Cyrillic" | "Greek" | "full width"
  /** The name in letters of one script. */
  readonly plain: string
}

/** Returns the letter of a name that is of another script than its neighbours, or of full width. */
export const strayIn = (name: string): Stray | undefined => {
  const wide = /[\uff01-\uff5e]/u.exec(name)?.[0]
  if (wide !== undefined) return { letter: wide, of: "full width", plain: name.normalize("NFKC") }
  const word = name.match(/[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]+/gu)?.find(isMixed)
  const foreign = word === undefined ? undefined : /[\p{Script=Cyrillic}\p{Script=Greek}]/u.exec(word)?.[0]
  if (foreign === undefined) return undefined
  const plain = name.replaceAll(/./gu, (letter) => letters.get(letter) ?? letter)
  return { letter: foreign, of: /\p{Script=Cyrillic}/u.test(foreign) ? "Cyrillic" : "Greek", plain }
}

const isMixed = (word: string): boolean =>
  /\p{Script=Latin}/u.test(word) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word)

/** Returns what two names have in common that the eye takes for one: case, width, script, strokes and traditional forms aside. */
export const lookOf = (name: string): string =>
  foldedText(name.replaceAll(/./gu, (letter) => letters.get(letter) ?? letter)).replaceAll(
    /./gu,
    (each) => strokes.get(each) ?? each
  )
