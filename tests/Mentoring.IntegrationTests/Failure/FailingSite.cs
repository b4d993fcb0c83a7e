using Mentoring.IntegrationTests.Harness;
using Mentoring.IntegrationTests.Pairs;
using Mentoring.IntegrationTests.Programs;

namespace Mentoring.IntegrationTests.Failure;

/// <summary>
/// A school whose server, worker and PostgreSQL are processes of their own, so that each can be made to fail; with a
/// pair that works and people to make more of.
/// </summary>
internal sealed class FailingSite : IAsyncDisposable
{
    /// <summary>So many pairs has a mentor place for.</summary>
    private const int PairsOfMentor = 20;

    private readonly int serverPort = ServerProcess.FreePort();
    private readonly int workerPort = ServerProcess.FreePort();

    private FailingSite(DurablePostgres postgres)
    {
        Postgres = postgres;
        App = new PairsApp(postgres);
    }

    public DurablePostgres Postgres { get; }

    /// <summary>What planted the school; its own server is asked nothing afterwards.</summary>
    public PairsApp App { get; }

    public WorkingPair Pair { get; private set; } = null!;

    /// <summary>A mentor with a free place, and a mentee; each to be used once.</summary>
    public IReadOnlyList<(Guid Mentor, Guid Mentee)> Unpaired { get; private set; } = [];

    public ServerProcess Server { get; private set; } = null!;

    public ServerProcess Worker { get; private set; } = null!;

    public static async Task<FailingSite> Build(
        int unpaired,
        IReadOnlyDictionary<string, string>? settings = null,
        string? folder = null
    )
    {
        var site = new FailingSite(new DurablePostgres(settings, folder));
        await site.Postgres.InitializeAsync();
        try
        {
            await site.Plant(unpaired);
            return site;
        }
        catch
        {
            await site.Postgres.DisposeAsync();
            throw;
        }
    }

    public async Task StartServer() =>
        Server = await ServerProcess.Start(App.Database.Setup.Logins, serverPort, "serve");

    public async Task StartWorker() =>
        Worker = await ServerProcess.Start(App.Database.Setup.Logins, workerPort, "work");

    /// <summary>The curator of the school, at the server that can fail.</summary>
    public async Task<ApiClient> SignIn()
    {
        var curator = new ApiClient(Server.Address, TestTree.School);
        await curator.SignIn(TestTree.Login("curator", TestTree.School), TestTree.Password);
        return curator;
    }

    public async ValueTask DisposeAsync()
    {
        Server?.Dispose();
        Worker?.Dispose();
        await Postgres.EnsureRunning();
        await App.DisposeAsync();
        await Postgres.DisposeAsync();
    }

    private async Task Plant(int unpaired)
    {
        await App.InitializeAsync();
        Pair = await WorkingPair.In(App);
        var mentees = await App.AddMentees(unpaired);
        var mentors = new List<Guid>();
        for (var i = 0; i < mentees.Count; i += PairsOfMentor)
            mentors.Add((await App.AddMentor(capacity: PairsOfMentor)).ProfileId);
        Unpaired = [.. mentees.Select((mentee, i) => (mentors[i / PairsOfMentor], mentee))];
        // The processes live on the day that the planting lived on.
        await App.Database.Execute(
            $"INSERT INTO mentoring.calendar_shift (shift) VALUES (interval '{(long)App.Calendar.Shift.TotalSeconds} seconds')"
        );
        await StartServer();
        await StartWorker();
    }
}
