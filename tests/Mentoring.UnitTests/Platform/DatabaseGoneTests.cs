using System.Net.Sockets;
using Mentoring.Platform.Platform.Http;
using Npgsql;

namespace Mentoring.UnitTests.Platform;

public sealed class DatabaseGoneTests
{
    public static readonly TheoryData<Exception, bool> Exceptions = new()
    {
        { new NpgsqlException("The connection is broken."), true },
        { new InvalidOperationException("A save failed.", new SocketException()), true },
        { new ObjectDisposedException(typeof(NetworkStream).FullName), true },
        { new ObjectDisposedException(typeof(MemoryStream).FullName), false },
        { new PostgresException("No such column.", "ERROR", "ERROR", "42703"), false },
        { new PostgresException("Shutting down.", "FATAL", "FATAL", "57P01"), true },
    };

    [Theory]
    [MemberData(nameof(Exceptions))]
    public void A_lost_connection_is_told_from_a_mistake(Exception exception, bool isGone) =>
        ProblemMiddleware.IsDatabaseGone(exception).ShouldBe(isGone);
}
