import { checkString, wrongArgument } from "../diagnostics/check-argument.ts";

/** The paths that a program gives to a function: one, several or none. Throws TypeError for anything else. */
export function pathList(where: string, paths: string | readonly string[] = []): readonly string[] {
  const list = typeof paths === "string" ? [paths] : paths;
  if (!Array.isArray(list)) throw wrongArgument(where, "a path or a list of paths", paths);
  for (const path of list as readonly unknown[]) {
    checkString(where, "a path", path);
    if (path === "") throw wrongArgument(where, "a path", path);
  }
  return list;
}
