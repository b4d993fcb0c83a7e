using System.Net;
using MediatR;
using Mentoring.IntegrationTests.Harness;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;
using Mentoring.Platform.Platform.Tenancy;
using Mentoring.Platform.Platform.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Mentoring.IntegrationTests.Attack.Pool;

/// <summary>The kinds of work that share the pools, each on the product's own way to the data.</summary>
internal sealed class PoolUnits(TestApp app, PoolFindings findings, IReadOnlyDictionary<Guid, ApiClient> clients)
{
    private static readonly IReadOnlySet<string> May = new HashSet<string> { PoolRequests.Permission };
    private static readonly Guid[] Tenants = [.. TestTree.Tenants.Keys];
    private static readonly Trouble[] Troubles = Enum.GetValues<Trouble>();

    /// <summary>One unit of work of any kind; two of three without trouble.</summary>
    public async Task Do(Random random)
    {
        var trouble = random.Next(3) == 0 ? Troubles[random.Next(Troubles.Length)] : Trouble.None;
        await Do(random.Next(100), Tenants[random.Next(Tenants.Length)], trouble, random.Next(6));
    }

    /// <param name="kind">0 to 99: which share of the work.</param>
    /// <param name="patience">Milliseconds until a cancelled unit is.</param>
    public async Task Do(int kind, Guid tenant, Trouble trouble, int patience)
    {
        using var cancel = new CancellationTokenSource();
        if (trouble == Trouble.Cancel)
            cancel.CancelAfter(patience);
        try
        {
            await (
                kind switch
                {
                    < 25 => Send(new ReadPool(trouble), tenant, cancel.Token),
                    < 45 => Send(new ReadPoolAtOnce(trouble), tenant, cancel.Token),
                    < 55 => Send(new ReadPoolTogether(trouble), tenant, cancel.Token),
                    < 75 => Send(new WritePool(trouble), tenant, cancel.Token),
                    < 87 => Bare(cancel.Token),
                    < 92 => Work(cancel.Token),
                    _ => OverHttp(tenant),
                }
            );
        }
        catch (Exception e) when (IsMeant(e, trouble))
        {
            findings.Note($"{trouble}: {e.GetType().Name}");
        }
        catch (Exception e)
        {
            findings.Report($"unit {kind} with {trouble}: {e.GetType().Name} {e.GetBaseException().Message}");
        }
    }

    /// <summary>Through the pipeline, as an endpoint does.</summary>
    private async Task Send(IRequest<Result<SeenByAll>> request, Guid tenant, CancellationToken ct)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var entered = scope.ServiceProvider.GetRequiredService<RequestScope>();
        var (name, kind, _) = TestTree.Tenants[tenant];
        var info = new TenantInfo(
            tenant,
            Enum.Parse<TenantKind>(kind, true),
            name,
            name,
            TestTree.Lineage(tenant),
            "Europe/Moscow"
        );
        var membership = new Membership(info, null, [], May);
        entered.Principal = new AccountPrincipal(Guid.CreateVersion7(), Guid.CreateVersion7(), "", [membership]);
        entered.Enter(membership);
        entered.IdempotencyKey = request is WritePool ? Guid.NewGuid().ToString() : null;
        var outcome = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, ct);
        if (outcome.Error is null)
            findings.Hold(tenant, outcome.Value, request.GetType().Name);
        else
            findings.Note(outcome.Error.Code);
    }

    /// <summary>Whoever gets a connection and sets no tenant finds nothing of the one before.</summary>
    private async Task Bare(CancellationToken ct)
    {
        foreach (var login in Enum.GetValues<DatabaseLogin>())
        {
            var source = app.Services.GetRequiredService<DataSources>().For(login);
            findings.HoldNothing(await Rows(source, ct), login.ToString());
        }
    }

    /// <summary>Rows that a connection of the pool sees before anybody has said a tenant.</summary>
    public static async Task<long> Rows(NpgsqlDataSource source, CancellationToken ct)
    {
        await using var command = source.CreateCommand("SELECT count(*) FROM mentoring.audit_entry");
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    private async Task Work(CancellationToken ct)
    {
        await app.Services.GetRequiredService<WorkLoop>().DoNext(ct);
        findings.Note("worked");
    }

    private async Task OverHttp(Guid tenant)
    {
        var answer = await clients[tenant].Get("~/api-keys?limit=1");
        if (answer.Status != HttpStatusCode.OK)
            findings.Report($"{TestTree.Tenants[tenant].Name}: {answer.Text}");
        foreach (var other in Tenants.Where(t => t != tenant))
        {
            if (answer.Text.Contains(Named(other), StringComparison.Ordinal))
                findings.Report($"{TestTree.Tenants[tenant].Name} is shown a key of {TestTree.Tenants[other].Name}");
        }
        if (!answer.Text.Contains(Named(tenant), StringComparison.Ordinal))
            findings.Report($"{TestTree.Tenants[tenant].Name} is not shown its own key");
        findings.Note("held");
    }

    /// <summary>Name of the key that a tenant has.</summary>
    public static string Named(Guid tenant) => $"Ключ {tenant:N}";

    private static bool IsMeant(Exception e, Trouble trouble)
    {
        var state = (e as PostgresException ?? e.InnerException as PostgresException)?.SqlState;
        return trouble switch
        {
            Trouble.Throw => e is TroubleException,
            Trouble.TimeOut => state == PostgresErrorCodes.QueryCanceled,
            Trouble.BreakSql => state == PostgresErrorCodes.DivisionByZero,
            // A job that was told to stop passes on what it met on the way.
            Trouble.Cancel => e is OperationCanceledException
                || e.InnerException is OperationCanceledException
                || state == PostgresErrorCodes.DivisionByZero,
            _ => false,
        };
    }
}
