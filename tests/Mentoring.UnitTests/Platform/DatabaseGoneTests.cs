using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Mentoring.Platform.Platform.Http;
using Npgsql;

namespace Mentoring.UnitTests.Platform
{
    public sealed class DatabaseGoneTests
    {
        public static readonly TheoryData<Exception, bool> Exceptions = new()
        {
            { new NpgsqlException("The connection is broken."), true },
            { new InvalidOperationException("A save failed.", new SocketException()), true },
            { Thrown(Npgsql.Internal.BrokenConnector.Use), true },
            { Thrown(UseWhatIsClosed), false },
            { new PostgresException("No such column.", "ERROR", "ERROR", "42703"), false },
            { new PostgresException("Shutting down.", "FATAL", "FATAL", "57P01"), true },
        };

        [Theory]
        [MemberData(nameof(Exceptions), DisableDiscoveryEnumeration = true)]
        public void A_lost_connection_is_told_from_a_mistake(Exception exception, bool isGone) =>
            ProblemMiddleware.IsDatabaseGone(exception).ShouldBe(isGone);

        private static void UseWhatIsClosed()
        {
            var connection = new NpgsqlConnection();
            connection.Dispose();
            connection.Open();
        }

        private static ObjectDisposedException Thrown(Action act) => Should.Throw<ObjectDisposedException>(act);
    }
}

namespace Npgsql.Internal
{
    /// <summary>Fails where the driver fails when it loses a connection in the midst of a question.</summary>
    internal static class BrokenConnector
    {
        [MethodImpl(MethodImplOptions.NoInlining)]
        public static void Use()
        {
            var isReady = new ManualResetEventSlim();
            isReady.Dispose();
            isReady.Reset();
        }
    }
}
