import { checkString, wrongArgument } from "../diagnostics/check-argument.ts";

/**
 * Normalizes a function's argument of one, several or no paths to a list.
 *
 * @throws TypeError for anything else
 */
export function pathList(where: string, paths: string | readonly string[] = []): readonly string[] {
  const list = typeof paths === "string" ? [paths] : paths;
  if (!Array.isArray(list)) throw wrongArgument(where, "a path or a list of paths", paths);
  for (const path of list as readonly unknown[]) {
    checkString(where, "a path", path);
    if (path === "") throw wrongArgument(where, "a path", path);
  }
  return list;
}
