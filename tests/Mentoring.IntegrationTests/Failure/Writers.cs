using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Mentoring.IntegrationTests.Harness;
using Mentoring.IntegrationTests.Programs;

namespace Mentoring.IntegrationTests.Failure;

/// <summary>
/// Curators who write at the same time and do what the client does: what was not answered is asked again, with the
/// same key, until it is. Any other refusal fails the test.
/// </summary>
internal sealed class Writers(ApiClient curator, WorkingPair pair, Ledger ledger)
{
    /// <summary>What fails has to come back on the same machine.</summary>
    private static readonly TimeSpan BetweenWrites = TimeSpan.FromMilliseconds(40);
    private static readonly TimeSpan BeforeAsking = TimeSpan.FromMilliseconds(150);
    private static int mark;
    private volatile bool stopped;
    private readonly List<Task> writing = [];
    private readonly ConcurrentQueue<(Guid Mentor, Guid Mentee)> unpaired = new();

    /// <summary>Adds mentors and logs meetings: things that lean on nothing that was written before.</summary>
    public Writers StartFacts(int writers)
    {
        for (var n = 0; n < writers; n++)
            Start(n % 2 == 0 ? AddMentor : LogMeeting);
        return this;
    }

    /// <summary>Makes pairs of people, drafts a program for each and edits it twice.</summary>
    public Writers StartPrograms(int writers, IEnumerable<(Guid Mentor, Guid Mentee)> people)
    {
        foreach (var two in people)
            unpaired.Enqueue(two);
        for (var n = 0; n < writers; n++)
            Start(WritePair);
        return this;
    }

    public async Task UntilAcknowledged(int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (ledger.Count < count)
        {
            if (writing.Find(w => w.IsFaulted) is { } failed)
                await failed;
            await Task.Delay(20, patience.Token);
        }
    }

    /// <summary>What has been begun is asked until it is answered.</summary>
    public async Task Finish()
    {
        stopped = true;
        await Task.WhenAll(writing).WaitAsync(TimeSpan.FromMinutes(2));
    }

    public async Task AddMentor()
    {
        var name = "Запись-" + Letters(Interlocked.Increment(ref mark));
        var made = await Post("~/mentors", TestPeople.Mentor(name));
        ledger.Acknowledge($"mentor {name}", (string)made["id"]!);
    }

    public async Task LogMeeting()
    {
        var outcome = "Встреча " + Letters(Interlocked.Increment(ref mark));
        var made = await Post(
            "~/meetings",
            new
            {
                pairId = pair.Id,
                type = "introductory",
                heldOn = WorkingPair.Starts,
                minutes = 45,
                mode = "inPerson",
                outcome,
                confirmed = new[] { "meeting.same_day" },
            }
        );
        ledger.Acknowledge($"meeting {outcome}", (string)made["id"]!);
    }

    /// <summary>A pair, its program, two further editions. A meeting where there is nobody left to pair.</summary>
    public async Task WritePair()
    {
        if (!unpaired.TryDequeue(out var two))
        {
            await LogMeeting();
            return;
        }
        var proposal = new
        {
            mentorId = two.Mentor,
            menteeId = two.Mentee,
            formCode = "teacherTeacher",
            kindCodes = new[] { "traditional" },
        };
        var made = await Post("~/pairs", proposal);
        ledger.Acknowledge($"pair {two.Mentee}", (string)made["id"]!);
        var text = Text(out var first);
        text["pairId"] = (string)made["id"]!;
        var drafted = await Post("~/programs", text);
        var program = (Guid)drafted["id"]!;
        ledger.Acknowledge($"program {made["id"]}", program.ToString());
        ledger.AcknowledgeEdition(program, (long)drafted["version"]!, first);
        var version = (long)drafted["version"]!;
        for (var edition = 0; edition < 2; edition++)
            version = await Edit(program, version);
    }

    /// <returns>The version that the edition has become.</returns>
    private async Task<long> Edit(Guid program, long seen)
    {
        var text = Text(out var marked);
        var (answer, again) = await Ask(() => curator.Put($"~/programs/{program}", text, seen));
        long version;
        if (answer.Status == HttpStatusCode.PreconditionFailed && again)
        {
            // Nobody else edits it: the request that was not answered has been done, or the refusal is wrong.
            var (card, _) = await Ask(() => curator.Get($"~/programs/{program}"));
            version = (long)card.Json["version"]!;
            version.ShouldBe(seen + 1, "one edit is one version");
            ((string)card.Json["rationale"]!["problem"]!).ShouldBe(marked);
        }
        else
        {
            answer.Status.ShouldBe(HttpStatusCode.OK, answer.Text);
            version = (long)answer.Json["version"]!;
        }
        ledger.AcknowledgeEdition(program, version, marked);
        return version;
    }

    private async Task<JsonNode> Post(string path, object body)
    {
        var key = Guid.NewGuid();
        var (answer, _) = await Ask(() => curator.Post(path, body, key));
        answer.Status.ShouldBe(HttpStatusCode.Created, $"{path}: {answer.Text}");
        return answer.Json;
    }

    private async Task<(ApiAnswer Answer, bool Again)> Ask(Func<Task<ApiAnswer>> send)
    {
        for (var again = false; ; again = true)
        {
            try
            {
                var answer = await send();
                if (answer.Status == HttpStatusCode.ServiceUnavailable)
                    answer.Headers.Keys.ShouldContain("Retry-After", answer.Text);
                else if (answer.Code != "request.in_progress")
                    return (answer, again);
            }
            catch (HttpRequestException)
            {
                // The connection broke: nobody knows whether it was done.
            }
            ledger.AskedAgain();
            await Task.Delay(BeforeAsking);
        }
    }

    private void Start(Func<Task> write) =>
        writing.Add(
            Task.Run(async () =>
            {
                while (!stopped)
                {
                    await write();
                    await Task.Delay(BetweenWrites);
                }
            })
        );

    private JsonObject Text(out string marked)
    {
        marked = "Редакция " + Letters(Interlocked.Increment(ref mark));
        var text = pair.Text(withPair: false);
        text["rationale"]!["problem"] = marked;
        return text;
    }

    /// <summary>A number in letters: names have no digits.</summary>
    private static string Letters(int n) =>
        string.Concat(n.ToString(CultureInfo.InvariantCulture).Select(d => (char)('а' + (d - '0'))));
}
