namespace Mentoring.Platform.Platform.Results;

/// <summary>Refusals that any operation can give.</summary>
public static class CommonErrors
{
    public static readonly Error Unauthenticated = new(
        ErrorKind.Unauthenticated,
        "session.required",
        "Nobody is signed in, or the session has expired."
    );
    public static readonly Error KeyMalformed = new(
        ErrorKind.Unauthenticated,
        "apiKey.malformed",
        "The Authorization header holds no key of ours: it was cut or mistyped."
    );
    public static readonly Error KeyNotValid = new(
        ErrorKind.Unauthenticated,
        "apiKey.not_valid",
        "The key is unknown, has expired or was revoked."
    );
    public static readonly Error KeyWithSession = new(
        ErrorKind.Invalid,
        "apiKey.with_session",
        "Send either a key or the session's cookie, not both."
    );
    public static readonly Error Forbidden = new(
        ErrorKind.Forbidden,
        "access.forbidden",
        "Your role does not allow this."
    );
    public static readonly Error NotFound = new(
        ErrorKind.NotFound,
        "resource.not_found",
        "There is no such thing, or it is not yours."
    );
    public static readonly Error Validation = new(
        ErrorKind.Invalid,
        "request.invalid",
        "Some fields need another look."
    );
    public static readonly Error Malformed = new(
        ErrorKind.Invalid,
        "request.malformed",
        "The request's shape is not what this operation takes."
    );
    public static readonly Error TooLarge = new(
        ErrorKind.Invalid,
        "request.too_large",
        "The request is larger than the server takes."
    )
    {
        Status = 413,
    };
    public static readonly Error MethodNotAllowed = new(
        ErrorKind.Invalid,
        "request.method_not_allowed",
        "This address does not answer that method."
    )
    {
        Status = 405,
    };
    public static readonly Error MediaType = new(
        ErrorKind.Invalid,
        "request.media_type",
        "Send JSON: Content-Type application/json."
    )
    {
        Status = 415,
    };
    public static readonly Error Antiforgery = new(
        ErrorKind.Invalid,
        "request.antiforgery",
        "The antiforgery header is missing or not of this session."
    );
    public static readonly Error Stale = new(
        ErrorKind.Stale,
        "version.stale",
        "Somebody has changed this since you read it."
    );
    public static readonly Error IfMatchRequired = new(
        ErrorKind.PreconditionRequired,
        "version.required",
        "Say by If-Match which version you have seen."
    );
    public static readonly Error IdempotencyKeyRequired = new(
        ErrorKind.Invalid,
        "idempotency.key_required",
        "Send an Idempotency-Key header: one new UUID for each thing you want done."
    );
    public static readonly Error IdempotencyKeyReused = new(
        ErrorKind.KeyReused,
        "idempotency.key_reused",
        "This Idempotency-Key was used for another request."
    );
    public static readonly Error Busy = new(
        ErrorKind.Conflict,
        "request.in_progress",
        "The same thing is being written right now; try again."
    );
    public static readonly Error TooManyRequests = new(
        ErrorKind.TooMany,
        "request.too_many",
        "Too many requests; come back after the time that Retry-After says."
    );
    public static readonly Error Unavailable = new(
        ErrorKind.Conflict,
        "server.unavailable",
        "The database cannot be reached; try again after the time that Retry-After says."
    )
    {
        Status = 503,
    };
    public static readonly Error Overloaded = new(
        ErrorKind.Conflict,
        "server.overloaded",
        "The server is busier than it can bear; nothing was stored. Try again after the time that Retry-After says."
    )
    {
        Status = 503,
    };
    public static readonly Error StorageFull = new(
        ErrorKind.Conflict,
        "server.storage_full",
        "The database has no room to write; nothing of this request was stored. Reading works."
    )
    {
        Status = 507,
    };
    public static readonly Error Unexpected = new(
        ErrorKind.Conflict,
        "server.error",
        "Something went wrong on our side; the trace id helps to find it."
    )
    {
        Status = 500,
    };
}
