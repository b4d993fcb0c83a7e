using System.Net;
using System.Net.Sockets;
using Mentoring.Platform.Platform.Data;
using Npgsql;

namespace Mentoring.IntegrationTests.Failure;

public sealed class OpeningTests
{
    /// <summary>
    /// Left to prefer Kerberos, the driver opens a second time what has failed, on the remains of the first: where a
    /// database is just starting, that leaves a connection in the pool that fails from its second statement on.
    /// </summary>
    [Fact]
    public async Task An_opening_that_fails_is_not_tried_again_on_its_remains()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var server = $"Host=127.0.0.1;Port={((IPEndPoint)listener.LocalEndpoint).Port};Username=x;Password=x;Timeout=3";
        await using var sources = new DataSources(new DatabaseLogins(server, server, server, server));

        foreach (var source in sources.All)
        {
            var opening = source.OpenConnectionAsync(TestContext.Current.CancellationToken);
            using (var caller = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken))
                await caller.GetStream().ReadExactlyAsync(new byte[8], TestContext.Current.CancellationToken);
            await Should.ThrowAsync<NpgsqlException>(async () => await opening);
            listener.Pending().ShouldBeFalse(source.ConnectionString);
        }
    }
}
