import { CommandError, unsupported } from '../errors.js';
import { splitPath } from '../query/paths.js';
import { type Doc, fieldOf, isDoc, toNumber } from '../values.js';
import { FUNCTIONS } from './functions.js';

/** A compiled expression: a document to a value, `undefined` where MongoDB has no value at all. */
export type Compute = (document: Doc) => unknown;

/** What an expression is computed on. */
interface Scope {
  readonly document: Doc;
  /** By name, without `$$` */
  readonly variables: Readonly<Record<string, unknown>>;
}
type Evaluate = (scope: Scope) => unknown;

/** Compiles a part of an expression. @param names variables that the part may use besides those around it */
type Compile = (part: unknown, ...names: readonly string[]) => Evaluate;

/**
 * Bytes, roughly, that one expression may make for one document, all it makes on the way together: nested
 * operators multiply what they are given.
 */
const MAX_MADE_BYTES = 64 * 1024 * 1024;
/** Memory of a value besides its text or elements, and of an element. */
const VALUE_BYTES = 32;
const ELEMENT_BYTES = 8;
let madeBytes = 0;

/**
 * Compiles an aggregation expression. Values keep their BSON types.
 *
 * @throws {CommandError} InvalidPipelineOperator for operators outside the supported ones
 */
export function compileExpression(expression: unknown): Compute {
  const evaluate = compile(expression, []);
  return (document) => {
    madeBytes = 0;
    return evaluate({ document, variables: {} });
  };
}

function compile(expression: unknown, known: readonly string[]): Evaluate {
  const within: Compile = (part, ...names) => compile(part, [...known, ...names]);
  if (typeof expression === 'string' && expression.startsWith('$')) return compilePath(expression, known);
  if (Array.isArray(expression)) {
    const elements = expression.map((element) => within(element));
    return (scope) => counted(elements.map((element) => element(scope) ?? null));
  }
  if (!isDoc(expression)) return () => expression;
  if (Object.keys(expression)[0]?.startsWith('$')) return compileOperator(expression, within);
  const fields = Object.entries(expression).map(([field, value]) => [field, within(value)] as const);
  return (scope) => {
    const values = fields.map(([field, evaluate]) => [field, evaluate(scope)] as const);
    return counted(Object.fromEntries(values.filter(([, value]) => value !== undefined)));
  };
}

/** Takes down what was made. @throws {CommandError} when it is too much */
function counted(value: unknown): unknown {
  const elements = Array.isArray(value) ? value.length : 0;
  countBytes(VALUE_BYTES + elements * ELEMENT_BYTES + (typeof value === 'string' ? value.length : 0));
  return value;
}

function countBytes(bytes: number): void {
  madeBytes += bytes;
  if (madeBytes > MAX_MADE_BYTES)
    throw new CommandError(146, `an expression computes more than ${MAX_MADE_BYTES} bytes for one document`);
}

function compilePath(expression: string, known: readonly string[]): Evaluate {
  const isVariable = expression.startsWith('$$');
  const [name = '', ...inner] = splitPath(expression.slice(isVariable ? 2 : 1));
  const path = isVariable ? inner : [name, ...inner];
  if (path.includes('')) throw new CommandError(40353, `'${expression}' is not a valid field path`);
  if (!isVariable || name === 'ROOT' || name === 'CURRENT')
    return ({ document }) => pathValue(document, path);
  if (name === 'REMOVE') return () => undefined;
  if (name === 'NOW') return () => new Date();
  if (!known.includes(name)) throw new CommandError(17276, `Use of undefined variable: ${name}`);
  return ({ variables }) => pathValue(variables[name], path);
}

/** The value at a path as expressions see it: through arrays it is the array of what is there. */
function pathValue(value: unknown, path: readonly string[], from = 0): unknown {
  const field = path[from];
  if (field === undefined) return value;
  if (Array.isArray(value))
    return counted(
      value.map((element: unknown) => pathValue(element, path, from)).filter((found) => found !== undefined),
    );
  return isDoc(value) ? pathValue(fieldOf(value, field), path, from + 1) : undefined;
}

function compileOperator(expression: Doc, within: Compile): Evaluate {
  const [[name, argument] = ['', undefined], ...others] = Object.entries(expression);
  if (others.length > 0)
    throw new CommandError(15983, `an expression must have exactly one field, not ${name} and more`);
  const special = Object.hasOwn(SPECIAL, name) ? SPECIAL[name] : undefined;
  const evaluate = special ? special(argument, within) : compileCall(name, argument, within);
  return (scope) => counted(evaluate(scope));
}

/** An operator that is a function of its arguments. One argument may stand alone or in an array. */
function compileCall(name: string, argument: unknown, within: Compile): Evaluate {
  const signature = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  if (!signature) throw new CommandError(168, `Unrecognized or unsupported expression '${name}'`);
  const { least, most, run } = signature;
  const operands = Array.isArray(argument) ? argument : [argument];
  if (operands.length < least || operands.length > most)
    throw new CommandError(16020, `Expression ${name} takes ${least} to ${most} arguments`);
  const [only] = operands;
  if (isDoc(only) && 'timezone' in only) throw unsupported(`the option 'timezone' of ${name}`);
  const parts = operands.map((operand) => within(operand));
  return (scope) =>
    run(
      parts.map((part) => part(scope)),
      countBytes,
    );
}

/** Operators that do not compute every part, or one of them more than once. */
const SPECIAL: Readonly<Record<string, (argument: unknown, within: Compile) => Evaluate>> = {
  $literal: (value) => () => value,
  $and: (argument, within) => {
    const parts = [argument].flat().map((part) => within(part));
    return (scope) => parts.every((part) => isTrue(part(scope)));
  },
  $or: (argument, within) => {
    const parts = [argument].flat().map((part) => within(part));
    return (scope) => parts.some((part) => isTrue(part(scope)));
  },
  $not: (argument, within) => {
    const part = within(Array.isArray(argument) && argument.length === 1 ? argument[0] : argument);
    return (scope) => !isTrue(part(scope));
  },
  $cond: (argument, within) => {
    const names = ['if', 'then', 'else'];
    const parts = Array.isArray(argument) ? argument : namedArguments('$cond', argument, names);
    if (parts.length !== 3) throw new CommandError(16020, 'Expression $cond takes exactly 3 arguments');
    const [condition, yes, no] = parts.map((part) => within(part)) as [Evaluate, Evaluate, Evaluate];
    return (scope) => (isTrue(condition(scope)) ? yes : no)(scope);
  },
  $ifNull: (argument, within) => {
    if (!Array.isArray(argument) || argument.length < 2)
      throw new CommandError(1257300, '$ifNull needs at least two arguments');
    const parts = argument.map((part) => within(part));
    return (scope) =>
      parts.reduce<unknown>((value, part, i) => (i > 0 && value != null ? value : part(scope)), undefined);
  },
  $let: (argument, within) => {
    const [vars, body] = namedArguments('$let', argument, ['vars', 'in']);
    const defined = Object.entries(isDoc(vars) ? vars : {}).map(
      ([name, part]) => [name, within(part)] as const,
    );
    const evaluate = within(body, ...defined.map(([name]) => name));
    return (scope) =>
      evaluate(withVariables(scope, Object.fromEntries(defined.map(([name, part]) => [name, part(scope)]))));
  },
  $map: (argument, within) => {
    const [input, body, as = 'this'] = namedArguments('$map', argument, ['input', 'in'], 'as');
    const evaluate = within(body, String(as));
    return overArray('$map', within(input), (array, scope) =>
      array.map((element) => evaluate(withVariables(scope, { [String(as)]: element })) ?? null),
    );
  },
  $filter: (argument, within) => {
    const [input, condition, as = 'this'] = namedArguments('$filter', argument, ['input', 'cond'], 'as');
    const accepts = within(condition, String(as));
    return overArray('$filter', within(input), (array, scope) =>
      array.filter((element) => isTrue(accepts(withVariables(scope, { [String(as)]: element })))),
    );
  },
  $reduce: (argument, within) => {
    const [input, initial, body] = namedArguments('$reduce', argument, ['input', 'initialValue', 'in']);
    const start = within(initial);
    const evaluate = within(body, 'this', 'value');
    return overArray('$reduce', within(input), (array, scope) =>
      array.reduce<unknown>(
        (value, element) => evaluate(withVariables(scope, { this: element, value })),
        start(scope),
      ),
    );
  },
};

/** The arguments of an operator that have names, in the order of the names. @throws {CommandError} */
function namedArguments(
  operator: string,
  argument: unknown,
  required: readonly string[],
  ...optional: readonly string[]
): unknown[] {
  const given = isDoc(argument) ? argument : {};
  const missing = required.find((name) => !Object.hasOwn(given, name));
  if (missing !== undefined) throw new CommandError(16880, `Missing '${missing}' parameter to ${operator}`);
  const names = [...required, ...optional];
  const unknown = Object.keys(given).find((name) => !names.includes(name));
  if (unknown !== undefined) throw unsupported(`the parameter '${unknown}' of ${operator}`);
  return names.map((name) => fieldOf(given, name));
}

function overArray(
  operator: string,
  input: Evaluate,
  run: (array: readonly unknown[], scope: Scope) => unknown,
): Evaluate {
  return (scope) => {
    const array = input(scope) ?? null;
    if (array === null) return null;
    if (!Array.isArray(array)) throw new CommandError(16883, `input to ${operator} must be an array`);
    return run(array, scope);
  };
}

/** Each call counts: a body that makes nothing still takes time. */
function withVariables(scope: Scope, variables: Readonly<Record<string, unknown>>): Scope {
  countBytes(VALUE_BYTES);
  return { ...scope, variables: { ...scope.variables, ...variables } };
}

function isTrue(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false && toNumber(value) !== 0;
}
