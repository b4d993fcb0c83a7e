using Npgsql;

namespace Mentoring.Platform.Platform.Data;

/// <summary>
/// Tells the failures after which driver and database no longer agree on what was said: whoever got such a connection
/// from the pool next would fail, or read what is not his.
/// </summary>
internal static class LostConnections
{
    public static bool IsMeantBy(Exception failure)
    {
        for (Exception? cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is PostgresException refusal)
                return IsLost(refusal.SqlState);
            // The driver has seen by itself that the connection is gone.
            if (cause is NpgsqlException or OperationCanceledException)
                return false;
            // Anything else that the driver throws is that it does not understand an answer, or that the answer is of
            // another kind than was asked for.
            if (cause is ForeignAnswerException || IsOfDriver(cause))
                return true;
        }
        return false;
    }

    /// <summary>A prepared statement is there twice or not at all; a message came where none belongs.</summary>
    private static bool IsLost(string sqlState) =>
        sqlState
            is PostgresErrorCodes.InvalidSqlStatementName
                or PostgresErrorCodes.DuplicatePreparedStatement
                or PostgresErrorCodes.ProtocolViolation;

    private static bool IsOfDriver(Exception e) =>
        e.StackTrace?.TrimStart().StartsWith("at Npgsql.", StringComparison.Ordinal) == true;
}

/// <summary>A connection has answered something else than it was asked.</summary>
internal sealed class ForeignAnswerException() : Exception("The connection answers an earlier question.")
{
    public static void ThrowUnless(bool isOurs)
    {
        if (!isOurs)
            throw new ForeignAnswerException();
    }
}
