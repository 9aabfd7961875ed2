/** The packs of this package: their texts, generated from the folder `packs`. */
import { texts } from "../generated/packs.js"

const known: ReadonlyMap<string, string> = new Map(Object.entries(texts))

/** Returns the texts of the packs of this package by name, such as `pack:base`. */
export const packs = (): ReadonlyMap<string, string> => known
