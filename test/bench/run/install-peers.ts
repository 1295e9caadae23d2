import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PEER_PACKAGES, PEERS_FOLDER } from "../engines/peer-packages.ts";

/** Packages whose binary is installed by a script of the package, which npm runs only if it is allowed. */
const WITH_INSTALL_SCRIPT = ["@ladybugdb/core", "kuzu"];

/** Installs the peers into a separate folder, unless these versions are installed. */
export function installPeers(): void {
  const wanted = JSON.stringify(
    {
      name: "hearsay-bench-peers",
      private: true,
      dependencies: PEER_PACKAGES,
      allowScripts: Object.fromEntries(
        WITH_INSTALL_SCRIPT.map((name) => [`${name}@${PEER_PACKAGES[name]}`, true]),
      ),
    },
    null,
    2,
  );
  const manifest = join(PEERS_FOLDER, "package.json");
  const done = join(PEERS_FOLDER, "installed.json");
  if (existsSync(done) && readFileSync(done, "utf8") === wanted) return;
  console.log(`installing the peers into ${PEERS_FOLDER}`);
  mkdirSync(PEERS_FOLDER, { recursive: true });
  writeFileSync(manifest, wanted);
  const { status } = spawnSync("npm", ["install", "--no-audit", "--no-fund"], {
    cwd: PEERS_FOLDER,
    stdio: "inherit",
  });
  if (status !== 0) throw new Error("the peers could not be installed");
  writeFileSync(done, wanted);
}
