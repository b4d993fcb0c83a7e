using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using Mentoring.IntegrationTests.Harness;
using Mentoring.IntegrationTests.Programs;

namespace Mentoring.IntegrationTests.Failure;

/// <summary>
/// PostgreSQL is stopped and started, the fast way and the immediate one, while a hundred requests a second come in,
/// whether or not the earlier ones were answered. Nobody sees anything but an answer or "come back in a moment", and no
/// process of ours is started anew. <c>MENTORING_RESTART_ROUNDS</c> makes more restarts than four.
/// </summary>
public sealed class RestartTests(ITestOutputHelper output)
{
    private const int PerSecond = 100;

    private static readonly int Rounds = int.Parse(
        Environment.GetEnvironmentVariable("MENTORING_RESTART_ROUNDS") ?? "4",
        CultureInfo.InvariantCulture
    );

    private readonly Ledger ledger = new();
    private readonly ConcurrentBag<string> wrong = [];
    private int answered;
    private int unavailable;

    [Fact]
    public async Task Restarted_under_requests_it_is_only_away_for_a_while()
    {
        await using var site = await FailingSite.Build(unpaired: 0);
        var records = new StoredRecords(site.App);
        await records.Begin();
        var program = await site.Pair.Draft();
        using var curator = await site.SignIn();
        using var stop = new CancellationTokenSource();
        var load = Task.Run(() => Load(curator, site.Pair, program, stop.Token));
        for (var round = 0; round < Rounds; round++)
        {
            await UntilAnswered(PerSecond);
            var before = unavailable;
            await site.Postgres.End(round % 2 == 0 ? "INT" : "QUIT");
            await Until(() => unavailable > before, "somebody is told to come back");
            await site.Postgres.Start();
        }
        await UntilAnswered(PerSecond);
        await stop.CancelAsync();
        await load;
        await ExpectClockAndWork(site);

        var findings = await ledger.Compare(site.App.Database);
        output.WriteLine(
            $"{Rounds} restarts, {answered} answered, {unavailable} told to come back, {ledger.Count} written, {findings.Lost.Count} lost"
        );
        wrong.ShouldBeEmpty(string.Join('\n', site.Server.Errors));
        findings.Lost.ShouldBeEmpty();
        findings.Twice.ShouldBeEmpty();
        (await records.FindHalves()).ShouldBeEmpty();
        await records.ExpectFigures();
    }

    /// <summary>As many requests as the time that has passed asks for; they wait for nothing.</summary>
    private async Task Load(ApiClient curator, WorkingPair pair, Guid program, CancellationToken stop)
    {
        var sent = new List<Task>();
        for (var watch = Stopwatch.StartNew(); !stop.IsCancellationRequested; )
        {
            while (sent.Count < watch.Elapsed.TotalSeconds * PerSecond)
                sent.Add(Send(curator, pair, program, sent.Count));
            await Task.Delay(5, CancellationToken.None);
        }
        await Task.WhenAll(sent);
    }

    private async Task Send(ApiClient curator, WorkingPair pair, Guid program, int n)
    {
        try
        {
            if (n % 4 == 0)
            {
                var outcome = $"Встреча {n}";
                var written = await curator.Post("~/meetings", Meeting(pair, outcome));
                if (Note(written))
                    ledger.Acknowledge($"meeting {outcome}", (string)written.Json["id"]!);
                return;
            }
            string[] pages = ["~/pairs", $"~/programs/{program}", "~/mentors?limit=50"];
            Note(await curator.Get(pages[n % 4 - 1]));
        }
        catch (Exception e)
        {
            wrong.Add(e.ToString());
        }
    }

    /// <returns>Whether it was done.</returns>
    private bool Note(ApiAnswer answer)
    {
        if (answer.Status is HttpStatusCode.OK or HttpStatusCode.Created)
        {
            Interlocked.Increment(ref answered);
            return true;
        }
        if (answer.Status == HttpStatusCode.ServiceUnavailable && answer.Headers.ContainsKey("Retry-After"))
            Interlocked.Increment(ref unavailable);
        else
            wrong.Add($"{answer.Status} {answer.Text}");
        return false;
    }

    private Task UntilAnswered(int more)
    {
        var before = answered;
        return Until(() => answered >= before + more, "requests are answered again");
    }

    private static async Task Until(Func<bool> holds, string what)
    {
        for (var patience = Stopwatch.StartNew(); !holds(); await Task.Delay(50))
            patience.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(1), what);
    }

    /// <summary>The same worker says that it lives, and its clock is among those that have just checked in.</summary>
    private static async Task ExpectClockAndWork(FailingSite site)
    {
        var restarted = DateTime.UtcNow.Ticks;
        using var http = new HttpClient { BaseAddress = site.Worker.Address };
        (await http.GetAsync("/health/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
        // The first look may be by a connection that was open before.
        await http.GetAsync("/health/ready");
        (await http.GetAsync("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var patience = Stopwatch.StartNew();
        while (await LastCheckIn(site) < restarted)
        {
            patience.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(1), "the clock has not come back");
            await Task.Delay(200);
        }
    }

    private static Task<long> LastCheckIn(FailingSite site) =>
        site.App.Database.Scalar<long>("SELECT max(last_checkin_time) FROM quartz.qrtz_scheduler_state");

    private static object Meeting(WorkingPair pair, string outcome) =>
        new
        {
            pairId = pair.Id,
            type = "introductory",
            heldOn = WorkingPair.Starts,
            minutes = 45,
            mode = "inPerson",
            outcome,
            confirmed = new[] { "meeting.same_day" },
        };
}
