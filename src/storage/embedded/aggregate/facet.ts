import { calculateObjectSize } from 'bson';
import { CommandError } from '../errors.js';
import { MAX_MEMORY_BYTES } from '../query/sort.js';
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
  let bytes = 0;
  return {
    async push(documents) {
      for (const { stages, results } of facets)
        for (const result of await pushThrough(stages, documents, false)) {
          results.push(result);
          bytes += calculateObjectSize(result);
        }
      if (bytes > MAX_MEMORY_BYTES)
        throw new CommandError(4031700, `$facet exceeds the memory limit of ${MAX_MEMORY_BYTES} bytes`);
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
