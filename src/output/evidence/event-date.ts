const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/**
 * A readable form of an EDTF date: `2025-05-07/2025-05-10` → `7 May 2025 – 10 May 2025`, `2025-05` → `May 2025`,
 * `2025-05-04?` → `4 May 2025?`, `../2025` → `until 2025`. Other forms are returned unchanged.
 */
export function readableDate(edtf: string): string {
  const [start = "", end, ...more] = edtf.split("/");
  if (end === undefined || more.length > 0) return more.length > 0 ? edtf : readableDay(edtf);
  if (start === end) return readableDay(start);
  if (isOpen(start)) return isOpen(end) ? edtf : `until ${readableDay(end)}`;
  return isOpen(end) ? `from ${readableDay(start)}` : `${readableDay(start)} – ${readableDay(end)}`;
}

function isOpen(bound: string): boolean {
  return bound === "" || bound === "..";
}

function readableDay(edtf: string): string {
  const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T(\d\d:\d\d)\S*?)?([?~%]?)$/.exec(edtf);
  if (!parts) return edtf;
  const [, year, month, day, time, doubt = ""] = parts;
  if (month === undefined) return edtf;
  const monthName = MONTHS[Number(month) - 1];
  if (monthName === undefined) return edtf;
  const date = [day === undefined ? "" : Number(day), monthName, year].join(" ").trim();
  return `${date}${time === undefined ? "" : `, ${time}`}${doubt}`;
}
