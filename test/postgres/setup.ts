/**
 * A PostgreSQL server for the tests that need one: the one that `HEARBACK_POSTGRES` names, else one that is started, where
 * its programs are installed, and stopped at the end. Where there is neither, those tests are skipped, and a line says so.
 */
import type { TestProject } from "vitest/node"
import { folderOfPrograms, startServer } from "./Server.ts"

declare module "vitest" {
  export interface ProvidedContext {
    /** Where the server answers; undefined where there is none. */
    postgres: string | undefined
  }
}

const none =
  "no PostgreSQL: its tests are skipped (install its server, or say where one answers by HEARBACK_POSTGRES)\n"

export default async ({ provide }: TestProject): Promise<(() => Promise<void>) | undefined> => {
  const given = process.env["HEARBACK_POSTGRES"]
  const programs = given === undefined ? folderOfPrograms() : undefined
  const server = programs === undefined ? undefined : await startServer(programs)
  // Who guards the project must not take a skipped test for one that passed.
  if (given === undefined && server === undefined && process.env["HEARBACK_REPORT"] !== undefined) throw new Error(none)
  if (given === undefined && server === undefined) process.stderr.write(none)
  provide("postgres", given ?? server?.url)
  return server?.stop
}
