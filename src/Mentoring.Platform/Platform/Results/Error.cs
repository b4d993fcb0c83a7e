namespace Mentoring.Platform.Platform.Results;

/// <summary>What kind of refusal an <see cref="Error"/> is; decides the HTTP status.</summary>
public enum ErrorKind
{
    /// <summary>400: the shape of the request.</summary>
    Invalid,

    /// <summary>401: nobody is signed in.</summary>
    Unauthenticated,

    /// <summary>403: visible, but not allowed.</summary>
    Forbidden,

    /// <summary>404: absent, or not yours; the two look the same.</summary>
    NotFound,

    /// <summary>409: the state of things forbids it.</summary>
    Conflict,

    /// <summary>412: somebody has changed it since it was read.</summary>
    Stale,

    /// <summary>422: an idempotency key came back with another body.</summary>
    KeyReused,

    /// <summary>428: If-Match is missing.</summary>
    PreconditionRequired,

    /// <summary>429: too many attempts; params say when to come back.</summary>
    TooMany,
}

/// <summary>One broken field of a request.</summary>
/// <param name="Pointer">JSON pointer into the request's body, e.g. <c>/person/birthDate</c>.</param>
/// <param name="Code">Stable code, part of the contract.</param>
/// <param name="Message">English, for developers; people read the client's text for the code.</param>
public sealed record FieldError(string Pointer, string Code, string Message);

/// <summary>An expected refusal, returned and never thrown.</summary>
/// <param name="Kind">Decides the HTTP status.</param>
/// <param name="Code">Stable code such as <c>program.term_too_short</c>; part of the contract.</param>
/// <param name="Message">English, for developers.</param>
public sealed record Error(ErrorKind Kind, string Code, string Message)
{
    /// <summary>Values that the client puts into its text; never personal data of other people.</summary>
    public IReadOnlyDictionary<string, object?> Params { get; init; } =
        new Dictionary<string, object?>(StringComparer.Ordinal);

    public IReadOnlyList<FieldError> Fields { get; init; } = [];

    /// <summary>HTTP status, where the kind's own would say too little.</summary>
    public int? Status { get; init; }

    /// <summary>
    /// Plausible alone, odd together: whoever asks may say that it is meant, by naming the code in <c>confirmed</c>.
    /// </summary>
    public bool IsConfirmable { get; init; }

    public Error With(string name, object? value) =>
        this with
        {
            Params = new Dictionary<string, object?>(Params, StringComparer.Ordinal) { [name] = value },
        };

    /// <summary>The same refusal, said of one field of the request.</summary>
    public Error At(string pointer) => this with { Fields = [new FieldError(pointer, Code, Message)] };
}
