import { unsupported } from '../errors.js';
import { choosePlan } from '../index/planner.js';
import { type Doc, isDoc } from '../values.js';
import { Arguments } from './arguments.js';
import type { Handlers } from './command.js';
import { parseFind } from './find.js';

export const explainHandlers: Handlers = {
  /** Says which index a find would use; runs nothing. */
  explain({ arguments: args, database, databaseName }) {
    args.allow('explain verbosity');
    const command = args.doc('explain');
    const find = new Arguments(command);
    if (find.name !== 'find') throw unsupported(`explain of ${find.name}`);
    const { query } = parseFind(find);
    const namespace = `${databaseName}.${find.collection()}`;
    const collection = database.catalogue.find(namespace);
    const plan = collection && choosePlan(collection, query.filter, query.sort, query.hint);
    const scan: Doc = plan?.index
      ? {
          stage: 'FETCH',
          inputStage: {
            stage: 'IXSCAN',
            indexName: plan.index.definition.name,
            keyPattern: plan.index.definition.key,
            isMultiKey: plan.index.isMultikey,
            direction: plan.reverse ? 'backward' : 'forward',
          },
        }
      : { stage: collection ? 'COLLSCAN' : 'EOF' };
    const winningPlan = plan && !plan.sorted ? { stage: 'SORT', inputStage: scan } : scan;
    const filter = isDoc(command.filter) ? command.filter : {};
    return { queryPlanner: { namespace, parsedQuery: filter, winningPlan, rejectedPlans: [] }, command };
  },
};
