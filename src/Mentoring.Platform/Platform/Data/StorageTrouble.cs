using Npgsql;

namespace Mentoring.Platform.Platform.Data;

/// <summary>What PostgreSQL says when its disk is full: it goes on reading, and takes writes again when there is room.</summary>
public static class StorageTrouble
{
    public static bool IsFull(Exception failure)
    {
        for (Exception? cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is PostgresException { SqlState: PostgresErrorCodes.DiskFull })
                return true;
        }
        return false;
    }
}
