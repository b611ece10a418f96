import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { repositoryOf, shownPath } from "../files/find-contract.ts";

const schema = join("node_modules", "revpact", "schemas", "contract.v1.schema.json");

/** Where an editor finds the schema from a contract in a folder, and whether it is there already. */
export interface SchemaPath {
  readonly path: string;
  readonly isInstalled: boolean;
}

/**
 * The schema of the package installed nearest upwards; else where `npm install` would put it: beside the nearest
 * package.json, or in the folder itself.
 */
export function findSchema(folder: string): SchemaPath {
  const places = foldersUpwards(folder);
  const installed = places.find((place) => existsSync(join(place, schema)));
  const home = installed ?? places.find((place) => existsSync(join(place, "package.json"))) ?? folder;
  const path = shownPath(join(home, schema), folder);
  return { path: path.startsWith("../") ? path : `./${path}`, isInstalled: installed !== undefined };
}

/** From a folder to the root of its repository, or of the disk outside one. */
function foldersUpwards(folder: string): readonly string[] {
  const root = repositoryOf(folder);
  const places = [folder];
  for (let place = folder; place !== root && dirname(place) !== place; place = dirname(place))
    places.push(dirname(place));
  return places;
}
