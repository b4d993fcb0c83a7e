using System.Net.Sockets;
using System.Text.Json;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Results;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Mentoring.Platform.Platform.Http;

/// <summary>Turns what nobody expected into a problem: a malformed request, a dead database, a bug.</summary>
public sealed class ProblemMiddleware(RequestDelegate next, DataSources sources, ILogger<ProblemMiddleware> log)
{
    private const int SecondsToRetry = 5;

    /// <summary>idle_in_transaction_session_timeout, which ends the session.</summary>
    private const string IdleTooLong = "25P03";

    /// <summary>Somebody has to make room first.</summary>
    private const int SecondsToRetryWrite = 60;

    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
            if (
                http.Response is { HasStarted: false, ContentLength: null }
                && Bare(http.Response.StatusCode) is { } bare
            )
                await Problems.Write(http, bare);
        }
        catch (Exception) when (http.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone: nobody reads an answer.
        }
        catch (Exception e) when (!http.Response.HasStarted)
        {
            http.Response.Clear();
            await Problems.Write(http, Meaning(e));
        }
    }

    /// <summary>Statuses that routing gives without a word.</summary>
    private static Error? Bare(int status) =>
        status switch
        {
            StatusCodes.Status404NotFound => CommonErrors.NotFound,
            StatusCodes.Status405MethodNotAllowed => CommonErrors.MethodNotAllowed,
            StatusCodes.Status415UnsupportedMediaType => CommonErrors.MediaType,
            _ => null,
        };

    private Error Meaning(Exception e)
    {
        if (e is BadHttpRequestException bad)
            return bad.StatusCode switch
            {
                StatusCodes.Status413PayloadTooLarge => CommonErrors.TooLarge,
                StatusCodes.Status415UnsupportedMediaType => CommonErrors.MediaType,
                _ => Shape(bad),
            };
        if (e is FormatException { Source: "Mentoring.Platform" })
            return CommonErrors.Malformed.At("/cursor");
        if (StorageTrouble.IsFull(e))
        {
            log.LogError("The database has no room to write");
            return CommonErrors.StorageFull.With("retryAfter", SecondsToRetryWrite);
        }
        if (DatabaseRefusals.Meaning(e) is { } refusal)
        {
            log.LogWarning("The database refuses: {State}", DatabaseRefusals.In(e)?.SqlState);
            return refusal;
        }
        if (LostConnections.IsMeantBy(e))
            sources.Renew();
        if (IsDatabaseGone(e))
        {
            log.LogWarning("The database cannot be reached: {Kind}", e.GetBaseException().GetType().Name);
            return CommonErrors.Unavailable.With("retryAfter", SecondsToRetry);
        }
        // The exception's message may hold values of rows; the type and the stack do not.
        log.LogError("Unexpected {Kind} at {Stack}", e.GetType().FullName, e.ToStringWithoutMessages());
        return CommonErrors.Unexpected;
    }

    private static Error Shape(BadHttpRequestException bad)
    {
        var path = "";
        for (var cause = bad.InnerException; cause is JsonException json; cause = cause.InnerException)
            path += json.Path?.TrimStart('$');
        if (path.Length == 0)
            return CommonErrors.Malformed;
        var pointer = path.Replace('.', '/')
            .Replace("[", "/", StringComparison.Ordinal)
            .Replace("]", "", StringComparison.Ordinal);
        return CommonErrors.Malformed with
        {
            Fields = [new FieldError(pointer, ValidationCodes.Unreadable, "The field cannot be read.")],
        };
    }

    internal static bool IsDatabaseGone(Exception e)
    {
        for (Exception? cause = e; cause is not null; cause = cause.InnerException)
        {
            if (cause is PostgresException p)
                return p.SqlState.StartsWith("57P", StringComparison.Ordinal)
                    || p.SqlState.StartsWith("08", StringComparison.Ordinal)
                    || p.SqlState.StartsWith("53", StringComparison.Ordinal)
                    || p.SqlState is IdleTooLong or PostgresErrorCodes.IoError;
            if (cause is NpgsqlException or SocketException or TimeoutException)
                return true;
            // What the driver says where it loses the connection between a question and its answer: something inside
            // of it is gone. A connection that we had closed ourselves would be told by the driver's own front.
            if (cause is ObjectDisposedException { StackTrace: { } stack } && stack.Contains(" Npgsql.Internal."))
                return true;
        }
        return false;
    }
}

internal static class ExceptionText
{
    public static string ToStringWithoutMessages(this Exception e) =>
        e.InnerException is null
            ? e.StackTrace ?? ""
            : $"{e.StackTrace}\n--- {e.InnerException.GetType().FullName}\n{e.InnerException.ToStringWithoutMessages()}";
}
