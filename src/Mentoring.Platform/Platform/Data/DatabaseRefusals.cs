using Mentoring.Platform.Platform.Results;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Mentoring.Platform.Platform.Data;

/// <summary>What PostgreSQL refuses for the sake of others: asked again, the same request may well succeed.</summary>
internal static class DatabaseRefusals
{
    private const int SecondsToRetry = 5;

    public static Error? Meaning(Exception failure) =>
        In(failure)?.SqlState switch
        {
            PostgresErrorCodes.LockNotAvailable
            or PostgresErrorCodes.QueryCanceled
            or PostgresErrorCodes.DeadlockDetected
            or PostgresErrorCodes.SerializationFailure => CommonErrors.Overloaded.With("retryAfter", SecondsToRetry),
            // Somebody was faster: the rule that forbids it will say so next time.
            PostgresErrorCodes.UniqueViolation => CommonErrors.Busy,
            _ => failure is DbUpdateConcurrencyException ? CommonErrors.Busy : null,
        };

    /// <summary>What PostgreSQL has said, however deep EF has wrapped it.</summary>
    public static PostgresException? In(Exception failure)
    {
        for (Exception? cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is PostgresException refusal)
                return refusal;
        }
        return null;
    }
}
