// The guards of the packed packages. Each works only on tarballs, in projects outside of the repository.

import { bundle } from "./bundle.mjs"
import { created } from "./create.mjs"
import { firstSteps, readme } from "./first-steps.mjs"
import { olderNode, oldestNode } from "./nodes.mjs"
import { removeFolders } from "./place.mjs"
import { size } from "./size.mjs"
import { metadata } from "./tarballs.mjs"
import { types, typesBetween } from "./types.mjs"

/** The guards, each with its name. */
export const packGuards = [
  ["packed metadata", metadata],
  ["installed size", size],
  ["bundle of a host", bundle("loop")],
  ["bundle of the command line", bundle("command")],
  ["declarations under TypeScript 5.4", types("5.4")],
  ["declarations under TypeScript 7", types("7")],
  ["types of a policy under TypeScript 5.5 to 6", typesBetween],
  ["first steps in English", firstSteps("en")],
  ["first steps in Chinese", firstSteps("zh")],
  ["programs of the READMEs", readme],
  ["npm create hearback in English", created("en")],
  ["npm create hearback in Chinese", created("zh")],
  ["oldest Node that works", oldestNode],
  ["Node that is too old", olderNode]
]

/** Removes the folders of all guards. */
export const removeTraces = removeFolders
