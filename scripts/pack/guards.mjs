// The guards of the packed packages. Each works on tarballs alone, in projects outside the repository.
import { removeFolders } from "./place.mjs"
import { metadata } from "./tarballs.mjs"
import { types } from "./types.mjs"

export const packGuards = [
  ["packed metadata", metadata],
  ["declarations under TypeScript 5.4", types("5.4")],
  ["declarations under TypeScript 7", types("7")]
]

export const removeTraces = removeFolders
