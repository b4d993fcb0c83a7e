using System.Diagnostics;
using Mentoring.Platform.Platform.Results;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Mentoring.Platform.Platform.Http;

/// <summary>A refusal on the wire: RFC 9457 with a stable code.</summary>
/// <param name="Type">Always <c>about:blank</c>: the code says which problem it is.</param>
/// <param name="Detail">English, for developers.</param>
/// <param name="Params">Values for the client's text.</param>
/// <param name="Errors">Broken fields, where the shape of the request is at fault.</param>
/// <param name="Confirmable">
/// A warning: the same request with this code in <c>confirmed</c> is carried out.
/// </param>
public sealed record Problem(
    string Type,
    string Title,
    int Status,
    string Detail,
    string Code,
    string TraceId,
    IReadOnlyDictionary<string, object?> Params,
    IReadOnlyList<FieldError> Errors,
    bool Confirmable
);

/// <summary>Writes refusals; the one place that knows which status a kind of error has.</summary>
public static class Problems
{
    public const string ContentType = "application/problem+json";

    public static int Status(Error error) =>
        error.Status
        ?? error.Kind switch
        {
            ErrorKind.Invalid => 400,
            ErrorKind.Unauthenticated => 401,
            ErrorKind.Forbidden => 403,
            ErrorKind.NotFound => 404,
            ErrorKind.Conflict => 409,
            ErrorKind.Stale => 412,
            ErrorKind.KeyReused => 422,
            ErrorKind.PreconditionRequired => 428,
            ErrorKind.TooMany => 429,
            _ => throw new ArgumentOutOfRangeException(nameof(error), error.Kind, null),
        };

    public static IResult Result(Error error) => new ProblemResult(error);

    public static Task Write(HttpContext http, Error error)
    {
        var status = Status(error);
        http.Response.StatusCode = status;
        http.Response.Headers.CacheControl = "no-store";
        if (error.Params.TryGetValue("retryAfter", out var seconds))
            http.Response.Headers.RetryAfter = Convert.ToString(
                seconds,
                System.Globalization.CultureInfo.InvariantCulture
            );
        var problem = new Problem(
            "about:blank",
            ReasonPhrases.GetReasonPhrase(status),
            status,
            error.Message,
            error.Code,
            Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier,
            error.Params,
            error.Fields,
            error.IsConfirmable
        );
        return http.Response.WriteAsJsonAsync(problem, WireJson.Options, ContentType);
    }

    private sealed class ProblemResult(Error error) : IResult, IStatusCodeHttpResult
    {
        public int? StatusCode => Status(error);

        public Task ExecuteAsync(HttpContext httpContext) => Write(httpContext, error);
    }
}
