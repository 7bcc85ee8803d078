/** The server refuses a call: answered as `{ok: false, error_code, description, parameters?}`. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly errorCode: number,
    readonly description: string,
    readonly parameters?: { readonly retry_after: number },
  ) {
    super(description);
  }
}

/** 400, worded as the server words it: `Bad Request: <what>`. */
export function badRequest(what: string): ApiError {
  return new ApiError(400, `Bad Request: ${what}`);
}

/** 401: another bot's token. */
export function unauthorized(): ApiError {
  return new ApiError(401, 'Unauthorized');
}

/** 403, e.g. `Forbidden: bot was blocked by the user`. */
export function forbidden(what: string): ApiError {
  return new ApiError(403, `Forbidden: ${what}`);
}

/** 404: no such method or file. */
export function notFound(): ApiError {
  return new ApiError(404, 'Not Found');
}

/** 409: two receivers of updates at once. */
export function conflict(what: string): ApiError {
  return new ApiError(409, `Conflict: ${what}`);
}

/** 429: says how many whole seconds to be silent. */
export function tooManyRequests(retryAfterSeconds: number): ApiError {
  return new ApiError(429, `Too Many Requests: retry after ${retryAfterSeconds}`, {
    retry_after: retryAfterSeconds,
  });
}
