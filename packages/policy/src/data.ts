/**
 * The large tables of this package, in an entry of their own. A bundled program can then load them from where they
 * are installed.
 */
import { table } from "./generated/holidays.js"
import { log, mapping, people, policy, scenario, simulation } from "./generated/outlines.js"
import { texts, trees } from "./generated/packs.js"
import { words } from "./generated/vocabularies.js"
import { table as rules, version } from "./generated/zones.js"

/** The table of public holidays. */
export const holidays = { table }
/** The outlines of all file types. */
export const outlines = { log, mapping, people, policy, scenario, simulation }
/** The texts and trees of packs. */
export const packs = { texts, trees }
/** The words that completion and checks know. */
export const vocabularies = { words }
/** The table of time zones, and the version of its rules. */
export const zones = { table: rules, version }
