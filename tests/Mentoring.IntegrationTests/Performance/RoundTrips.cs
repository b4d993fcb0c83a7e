using System.Collections.Concurrent;
using System.Diagnostics;
using Mentoring.IntegrationTests.Harness;

namespace Mentoring.IntegrationTests.Performance;

/// <summary>
/// Counts what one request asks of the database: commands, each one round trip, and the statements in them. BEGIN
/// travels with the first command; COMMIT is a round trip that no trace shows, the same for every request.
/// </summary>
internal sealed class RoundTrips : IDisposable
{
    private readonly ConcurrentQueue<Activity> commands = new();
    private readonly ActivityTraceId trace = ActivityTraceId.CreateRandom();
    private readonly ActivityListener listener;

    public RoundTrips()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Npgsql" or "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                // Other tests run at the same time: only commands of this request's trace count.
                if (activity.Source.Name == "Npgsql" && activity.TraceId == trace)
                    commands.Enqueue(activity);
            },
        };
        ActivitySource.AddActivityListener(listener);
    }

    /// <summary>The texts of the commands, in order.</summary>
    public IReadOnlyList<string> Commands =>
        [
            .. commands.Select(c =>
                c.GetTagItem("db.query.text") as string ?? c.GetTagItem("db.statement") as string ?? ""
            ),
        ];

    public async Task<ApiAnswer> Of(ApiClient client, Func<ApiClient, Task<ApiAnswer>> request)
    {
        client.TraceParent = $"00-{trace}-{ActivitySpanId.CreateRandom()}-01";
        try
        {
            return await request(client);
        }
        finally
        {
            client.TraceParent = null;
        }
    }

    public void Dispose() => listener.Dispose();
}
