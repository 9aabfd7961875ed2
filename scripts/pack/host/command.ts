/** Runs the command line from another program. */
import { run } from "hearback/cli"

run(process.argv.slice(2)).then((exit) => {
  process.exitCode = exit
})
