/** The large tables of this package, apart: a program that has the rest built in reads them where they are installed. */
import { table } from "./generated/holidays.js"
import { log, mapping, people, policy, scenario, simulation } from "./generated/outlines.js"
import { texts, trees } from "./generated/packs.js"
import { words } from "./generated/vocabularies.js"
import { table as rules, version } from "./generated/zones.js"

export const holidays = { table }
export const outlines = { log, mapping, people, policy, scenario, simulation }
export const packs = { texts, trees }
export const vocabularies = { words }
export const zones = { table: rules, version }
