using Mentoring.Host.Serving;
using Mentoring.Platform.Features.Accounts;
using Mentoring.Platform.Features.Reference;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Tenancy;
using Mentoring.Platform.Platform.Time;
using Mentoring.Platform.Platform.Work;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Mentoring.IntegrationTests.Harness;

/// <summary>
/// The real server on a free port of 127.0.0.1, on a database of its own, with the tenants of <see cref="TestTree"/>.
/// Use it as a class fixture. Its region has the default reference lists. The calendar stands at the morning of
/// 15 April 2026 and ticks.
/// </summary>
public class TestApp(TestPostgres postgres) : IAsyncLifetime
{
    /// <summary>Nine o'clock in Moscow: no test is so long that the day ends, whatever the hour it runs at.</summary>
    private static readonly DateTimeOffset Morning = new(2026, 4, 15, 9, 0, 0, TimeSpan.FromHours(3));

    private WebApplication app = null!;
    private readonly List<WebApplication> others = [];
    private readonly Dictionary<string, ApiClient> signedIn = new(StringComparer.Ordinal);

    public TestDatabase Database { get; private set; } = null!;

    public Uri Address { get; private set; } = null!;

    public IServiceProvider Services => app.Services;

    public DateOnly Today => Calendar.Today("Europe/Moscow");

    /// <summary>What the server has logged, as it would go out.</summary>
    public CapturedLogs Logs { get; } = new();

    public SchoolCalendar Calendar => app.Services.GetRequiredService<SchoolCalendar>();

    public virtual async ValueTask InitializeAsync()
    {
        Database = await postgres.NewDatabase();
        await TestTree.Plant(Database);
        app = NewServer();
        await Server.RefuseBrokenWalls(app);
        Calendar.Shift = Morning - DateTimeOffset.UtcNow;
        await In(TestTree.Region, db => db.AddRange(ReferenceSeed.All()));
        await app.StartAsync();
        Address = new Uri(app.Urls.Single());
    }

    /// <summary>Another server on the same database, as behind a load balancer.</summary>
    public async Task<Uri> StartAnother()
    {
        var another = NewServer();
        others.Add(another);
        await another.StartAsync();
        return new Uri(another.Urls.Single());
    }

    /// <summary>Somebody who is not signed in.</summary>
    public ApiClient Nobody() => new(Address);

    /// <summary>The account of a role in a tenant; the same session each time.</summary>
    public async Task<ApiClient> As(string role, Guid tenant)
    {
        var login = TestTree.Login(role, tenant);
        if (!signedIn.TryGetValue(login, out var client))
            signedIn[login] = client = await SignIn(login, TestTree.Password, tenant);
        return client;
    }

    /// <summary>A new session.</summary>
    public async Task<ApiClient> SignIn(string login, string password, Guid? tenant = null)
    {
        var client = new ApiClient(Address, tenant);
        await client.SignIn(login, password);
        return client;
    }

    /// <summary>After sessions or memberships were changed behind the server's back: nobody is remembered.</summary>
    public void ForgetSessions() => Services.GetRequiredService<RecentSessions>().Forget();

    /// <summary>Does all work that is due, as a worker would.</summary>
    public async Task DoWork()
    {
        var loop = ActivatorUtilities.CreateInstance<WorkLoop>(app.Services);
        while (await loop.DoNext(TestContext.Current.CancellationToken)) { }
    }

    /// <summary>The clock notices the day that the calendar shows, and what it brings is done.</summary>
    public async Task BringNewDay()
    {
        await Services
            .GetRequiredService<DuePeriods>()
            .Insert(PeriodKind.NewDay, TestContext.Current.CancellationToken);
        await DoWork();
    }

    /// <summary>Works on the rows of a tenant as a job would, in one transaction.</summary>
    public Task In(Guid tenant, Action<MentoringDbContext> act) =>
        In(
            tenant,
            db =>
            {
                act(db);
                return Task.CompletedTask;
            }
        );

    /// <summary>Works on the rows of a tenant as a job would, in one transaction.</summary>
    public async Task In(Guid tenant, Func<MentoringDbContext, Task> act)
    {
        await using var scope = Services.CreateAsyncScope();
        var (name, kind, _) = TestTree.Tenants[tenant];
        var info = new TenantInfo(
            tenant,
            Enum.Parse<TenantKind>(kind, true),
            name,
            name,
            TestTree.Lineage(tenant),
            "Europe/Moscow"
        );
        scope.ServiceProvider.GetRequiredService<RequestScope>().EnterAsJob(info);
        var db = scope.ServiceProvider.GetRequiredService<MentoringDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await act(db);
        await db.SaveJob("test", CancellationToken.None);
        await transaction.CommitAsync();
    }

    public virtual async ValueTask DisposeAsync()
    {
        foreach (var client in signedIn.Values)
            client.Dispose();
        foreach (var another in others)
            await another.DisposeAsync();
        // Where the server refused to start there is none.
        if (app is not null)
            await app.DisposeAsync();
        await Database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Limits that no test meets but those of limits.</summary>
    protected virtual string[] Limits =>
        ["--RequestLimits:PerMinute=1000000", "--RequestLimits:PerMinuteOfKey=1000000"];

    /// <summary>What a test replaces in the server.</summary>
    protected virtual void Configure(IServiceCollection services) { }

    /// <summary>What a test adds to the addresses of the server.</summary>
    protected virtual void Map(WebApplication server) { }

    /// <summary>The logins of the test's database; what a test gives instead of them.</summary>
    protected virtual DatabaseLogins ReplaceLogins(DatabaseLogins logins) => logins;

    private WebApplication NewServer()
    {
        var server = Server.Build(
            new ServerOptions
            {
                Args = Limits,
                Logins = ReplaceLogins(Database.Setup.Logins),
                Url = "http://127.0.0.1:0",
                Services = services =>
                {
                    services.AddSingleton<ILoggerProvider>(Logs);
                    Configure(services);
                },
            }
        );
        Map(server);
        return server;
    }
}
