// A local registry for npm: it has our tarballs and forwards everything else to the real registry, so that a check can
// run what a person types: `npm install hearback`, `npm create hearback`.
import { randomUUID } from "node:crypto"
import { createReadStream, mkdirSync, symlinkSync } from "node:fs"
import { createServer } from "node:http"
import { basename, join } from "node:path"
import { folder, once, root } from "./place.mjs"
import { must } from "./process.mjs"
import { tarballs } from "./tarballs.mjs"

const configOf = async (key) => (await must("npm", ["config", "get", key], { cwd: root })).trim()

/** Starts the registry; returns the environment in which npm uses it. */
export const npm = once(async () => {
  const packed = await tarballs()
  const upstream = await configOf("registry")
  // npm caches answers by address, so each run has another address.
  const base = `/${randomUUID()}`
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url.slice(base.length + 1))
    const file = packed.find((one) => path === `-/${basename(one.file)}`)?.file
    const one = packed.find(({ manifest }) => manifest.name === path)
    if (file !== undefined) createReadStream(file).pipe(response)
    else if (one === undefined)
      response.writeHead(307, { location: new URL(request.url.slice(base.length + 1), upstream) }).end()
    else response.end(JSON.stringify(described(one, `http://${request.headers.host}${base}`)))
  })
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve))
  server.unref()
  return {
    npm_config_registry: `http://127.0.0.1:${server.address().port}${base}/`,
    npm_config_noproxy: "127.0.0.1",
    npm_config_prefer_offline: "true",
    // The answer when npx asks whether to install.
    npm_config_yes: "true",
    npm_config_audit: "false",
    npm_config_fund: "false",
    npm_config_update_notifier: "false"
  }
})

function described({ file, manifest, integrity }, address) {
  const { name, version } = manifest
  const dist = { tarball: `${address}/-/${basename(file)}`, integrity }
  return { name, "dist-tags": { latest: version }, versions: { [version]: { ...manifest, dist } } }
}

const sharedCache = once(() => configOf("cache"))

/**
 * Returns a cache with the contents of the person's own, without what `npx` installed, which may be an older tarball.
 */
export async function cacheFor(name) {
  const [shared, own] = [join(await sharedCache(), "_cacache"), folder(`${name}-cache`)]
  mkdirSync(shared, { recursive: true })
  symlinkSync(shared, join(own, "_cacache"), "junction")
  return own
}
