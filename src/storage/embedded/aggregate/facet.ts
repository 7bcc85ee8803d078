import { CommandError } from '../errors.js';
import { type Doc, isDoc } from '../values.js';
import { pushThrough, type Stage } from './stage.js';

/** Stages that may not stand inside a facet. */
const FORBIDDEN = ['$facet', '$out', '$merge', '$geoNear', '$indexStats', '$collStats'];

/** `$facet`: several pipelines over the same documents; one document with all their results. */
export function facet(specification: unknown, compile: (pipeline: readonly unknown[]) => Stage[]): Stage {
  if (!isDoc(specification) || Object.keys(specification).length === 0)
    throw new CommandError(40169, 'the $facet specification must be a non-empty object');
  const facets = Object.entries(specification).map(([name, pipeline]) => {
    if (!Array.isArray(pipeline))
      throw new CommandError(40170, `arguments to $facet must be arrays, ${name} is not`);
    const bad = pipeline.find((stage) => isDoc(stage) && FORBIDDEN.some((forbidden) => forbidden in stage));
    if (bad)
      throw new CommandError(40600, `${Object.keys(bad)[0]} is not allowed to be used within a $facet stage`);
    return { name, stages: compile(pipeline), results: [] as Doc[] };
  });
  return {
    async push(documents) {
      for (const { stages, results } of facets)
        results.push(...(await pushThrough(stages, documents, false)));
      return [];
    },
    async end() {
      const fields: Doc = {};
      for (const { name, stages, results } of facets)
        fields[name] = [...results, ...(await pushThrough(stages, [], true))];
      return [fields];
    },
  };
}
