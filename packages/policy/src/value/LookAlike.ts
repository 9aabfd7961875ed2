/** Letters that look like others: of another script, of full width, or almost the same. */
import { foldedText } from "@hearback/core"

/** Letters of other scripts, each before the Latin letter that it looks like. */
const letters = new Map(
  "аaвbеeёeкkмmнhоoрpсcтtуyхxіiјjѕsһhԁdԛqԝwАAВBЕEКKМMНHОOРPСCТTУYХXІIЈJЅSαaεeγyοoνvρpιiτtυuωwκkΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX"
    .match(/../gu)
    ?.map((pair) => [pair[0] ?? "", pair[1] ?? ""] as const)
)

/** Chinese characters that differ by one stroke. The first of each group represents all. */
const strokes = new Map(
  ["已己巳", "日曰", "未末", "土士", "人入", "戊戌戍", "候侯", "晴睛", "管菅", "拔拨", "治冶", "账帐", "辨辩"].flatMap(
    (group) => [...group].map((each) => [each, group[0] ?? each] as const)
  )
)

/** A letter in a name that looks like a letter of another script. */
export interface Stray {
  /** The first letter of another script. */
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

/**
 * Returns how a name looks: two names with the same result differ only in case, width, script, strokes or traditional
 * forms.
 */
export const lookOf = (name: string): string =>
  foldedText(name.replaceAll(/./gu, (letter) => letters.get(letter) ?? letter)).replaceAll(
    /./gu,
    (each) => strokes.get(each) ?? each
  )
