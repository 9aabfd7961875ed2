/** Finds which line of the policy decided: the place in a file for a rule's path. */
import { Bundle } from "@hearback/core"
import { pathIn } from "@hearback/policy"

/** A place with its rule. Lines and columns from 1. */
export interface Why {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly rule: string
}

/** Returns the place of a rule, else that of the nearest entry around it. */
export const whyOf = (bundle: Bundle.Bundle, rule: string): Why | null => {
  for (let path = rule; path !== ""; path = path.slice(0, Math.max(0, path.lastIndexOf(".")))) {
    const place = Object.hasOwn(bundle.places, path) ? bundle.places[path] : undefined
    if (place !== undefined) return { file: place.file, line: place.line, column: place.column, rule }
  }
  return null
}

/** Returns `policy.yaml:9`. */
export const placeText = (why: { readonly file: string; readonly line: number } | null | undefined): string =>
  why === null || why === undefined ? "" : `${why.file}:${why.line}`

/** Returns the path of a rule in the key language of the reader. */
export const ruleText = (rule: string, language: Bundle.Language): string => {
  const keys = Bundle.keyLanguageOf(language)
  return keys === "en" ? rule : (pathIn(rule, keys) ?? rule)
}
