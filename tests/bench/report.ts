/** Figures of one run by name: printed as a table while it goes, kept for `bench.json`. */
export interface Report {
  (name: string, figure: number): void;
  readonly figures: Readonly<Record<string, number>>;
}

export function createReport(print: (line: string) => void): Report {
  const figures: Record<string, number> = {};
  const report = (name: string, figure: number) => {
    const rounded = Math.round(figure * 100) / 100;
    figures[name] = rounded;
    print(`${name.padEnd(64)} ${rounded.toLocaleString('en').padStart(12)}`);
  };
  return Object.assign(report, { figures });
}
