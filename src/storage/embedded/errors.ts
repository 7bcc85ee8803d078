/** MongoDB's names of the error codes that this server answers with. Other codes are `Location<code>`. */
const CODE_NAMES = new Map(
  `2 BadValue, 8 UnknownError, 9 FailedToParse, 13 Unauthorized, 14 TypeMismatch, 15 Overflow, 17 ProtocolError,
   20 IllegalOperation, 22 InvalidBSON, 26 NamespaceNotFound, 27 IndexNotFound, 28 PathNotViable,
   40 ConflictingUpdateOperators, 43 CursorNotFound, 48 NamespaceExists, 50 MaxTimeMSExpired,
   52 DollarPrefixedFieldName, 53 InvalidIdField, 54 NotSingleValueField, 56 EmptyFieldName, 59 CommandNotFound,
   66 ImmutableField, 67 CannotCreateIndex, 72 InvalidOptions, 73 InvalidNamespace, 85 IndexOptionsConflict,
   86 IndexKeySpecsConflict, 115 CommandNotSupported, 146 ExceededMemoryLimit, 168 InvalidPipelineOperator,
   171 CannotIndexParallelArrays, 175 QueryPlanKilled, 292 QueryExceededMemoryLimitNoDiskUseAllowed,
   10334 BSONObjectTooLarge, 11000 DuplicateKey, 11601 InterruptedAtShutdown, 12051 CursorInUse,
   14031 OutOfDiskSpace`
    .split(/,\s+/)
    .map((entry) => [Number.parseInt(entry, 10), entry.replace(/^\d+ /, '')]),
);

/** MongoDB's operators and stages that this database has not; any other unknown name is no MongoDB either. */
const ELSEWHERE = new Set(
  `$expr $where $text $jsonSchema $mod $bitsAllSet $bitsAnySet $bitsAllClear $bitsAnyClear $near $nearSphere $geoWithin
   $geoIntersects $alwaysTrue $alwaysFalse $sampleRate $rand
   $mul $rename $bit $pop $pullAll $pushAll
   $bucketAuto $changeStream $collStats $currentOp $densify $documents $fill $geoNear $graphLookup $indexStats
   $listLocalSessions $listSessions $merge $out $planCacheStats $redact $sample $search $searchMeta $setWindowFields
   $unionWith $vectorSearch
   $accumulator $bottom $bottomN $firstN $lastN $maxN $median $mergeObjects $minN $percentile $stdDevPop $stdDevSamp
   $top $topN`.split(/\s+/),
);

/** A refusal that the client gets as `{ ok: 0, code, codeName, errmsg }`. */
export class CommandError extends Error {
  constructor(
    readonly code: number,
    message: string,
    /** Further fields of the answer: `keyPattern` and `keyValue` of a duplicate key. */
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = 'CommandError';
  }
}

/** Something MongoDB has and this database has not. The README lists what it has. */
export function unsupported(what: string): CommandError {
  return new CommandError(115, `${what} is not supported by the embedded database`);
}

/**
 * An operator or stage outside the supported ones.
 *
 * @param code MongoDB's own, when it does not know the name either
 */
export function unknownName(kind: string, name: string, code: number): CommandError {
  return ELSEWHERE.has(name)
    ? unsupported(`the ${kind} ${name}`)
    : new CommandError(code, `unknown ${kind}: ${name}`);
}

/** Any failure as the fields of an answer; what is not a CommandError is a fault of this server. */
export function errorFields(error: unknown): Record<string, unknown> {
  const { code, message, details } = toCommandError(error);
  return { code, codeName: CODE_NAMES.get(code) ?? `Location${code}`, errmsg: message, ...details };
}

/** How the system says through LMDB that it cannot write; a write cut short by a full disk is an I/O error. */
const DISK_REFUSALS = /no space left|file too large|disk quota|input\/output error|MDB_MAP_FULL/i;

/** Translates once: the disk's refusals, stack overflows of absurdly deep documents, faults. */
export function toCommandError(error: unknown): CommandError {
  if (error instanceof CommandError) return error;
  if (error instanceof RangeError && /call stack/i.test(error.message))
    return new CommandError(15, 'the document is nested too deeply');
  const message = error instanceof Error ? error.message : String(error);
  if (DISK_REFUSALS.test(message))
    return new CommandError(14031, `the disk is full or failing, nothing of this write was kept: ${message}`);
  return new CommandError(8, message);
}
