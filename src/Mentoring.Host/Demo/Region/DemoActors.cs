using System.Collections.Concurrent;
using MediatR;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;
using Mentoring.Platform.Platform.Tenancy;
using Npgsql;

namespace Mentoring.Host.Demo.Region;

/// <summary>Sends requests through the product's pipeline, as the accounts of the demonstration.</summary>
internal sealed class DemoActors(IServiceProvider services, CancellationToken ct)
{
    private const string Read = """
        SELECT a.id, a.display_name, m.person_id, m.roles, t.id, t.kind, t.name, t.short_name, t.lineage, t.time_zone
        FROM accounts.account a
        JOIN accounts.membership m ON m.account_id = a.id
        JOIN mentoring.tenant t ON t.id = m.tenant_id
        WHERE a.normalized_user_name = upper($1)
        """;

    private readonly DataSources sources = services.GetRequiredService<DataSources>();
    private readonly RoleCatalog roles = services.GetRequiredService<RoleCatalog>();
    private readonly ConcurrentDictionary<string, AccountPrincipal> known = new(StringComparer.Ordinal);

    public CancellationToken Stop => ct;

    /// <param name="version">If-Match.</param>
    /// <exception cref="InvalidOperationException">The product refused: the history is wrong, or the product is.</exception>
    public async Task<T> Send<T>(string login, Guid tenant, IRequest<Result<T>> request, long? version = null)
    {
        if (!known.TryGetValue(login, out var principal))
            known[login] = principal = await Load(login);
        await using var scope = services.CreateAsyncScope();
        var requestScope = scope.ServiceProvider.GetRequiredService<RequestScope>();
        requestScope.Principal = principal;
        requestScope.ExpectedVersion = version;
        requestScope.Enter(
            principal.In(tenant) ?? throw new InvalidOperationException($"{login} is nobody in {tenant}.")
        );
        return Accepted(await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, ct), login, request);
    }

    /// <summary>Sends what nobody need be signed in for; the answer's cookie is thrown away.</summary>
    public async Task<T> SendAsNobody<T>(IRequest<Result<T>> request)
    {
        await using var scope = services.CreateAsyncScope();
        var accessor = scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>();
        accessor.HttpContext = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        try
        {
            return Accepted(await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, ct), "", request);
        }
        finally
        {
            accessor.HttpContext = null;
        }
    }

    /// <summary>Gives an account the login of the demonstration in place of the one made from the name.</summary>
    public async Task Rename(string from, string to)
    {
        await using var command = sources.Accounts.CreateCommand(
            "UPDATE accounts.account SET user_name = $2, normalized_user_name = upper($2) WHERE normalized_user_name = upper($1)"
        );
        command.Parameters.Add(new NpgsqlParameter { Value = from });
        command.Parameters.Add(new NpgsqlParameter { Value = to });
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>What accounts may do may have changed.</summary>
    public void Forget() => known.Clear();

    private static T Accepted<T>(Result<T> outcome, string login, IRequest<Result<T>> request) =>
        outcome.Error is { } error
            ? throw new InvalidOperationException(
                $"The history stops: {login} may not {request.GetType().Name}: {error.Code} "
                    + string.Join(", ", error.Params.Select(p => $"{p.Key} = {p.Value}"))
                    + string.Join(", ", error.Fields.Select(f => $"{f.Pointer} {f.Code}"))
            )
            : outcome.Value;

    private async Task<AccountPrincipal> Load(string login)
    {
        await using var command = sources.Accounts.CreateCommand(Read);
        command.Parameters.Add(new NpgsqlParameter { Value = login });
        await using var row = await command.ExecuteReaderAsync(ct);
        var memberships = new List<Membership>();
        AccountPrincipal? principal = null;
        while (await row.ReadAsync(ct))
        {
            principal ??= new AccountPrincipal(row.GetGuid(0), Guid.Empty, row.GetString(1), memberships);
            var kind = Enum.Parse<TenantKind>(row.GetString(5), ignoreCase: true);
            var tenant = new TenantInfo(
                row.GetGuid(4),
                kind,
                row.GetString(6),
                row.GetString(7),
                row.GetFieldValue<Guid[]>(8),
                row.GetString(9)
            );
            var codes = row.GetFieldValue<string[]>(3);
            var personId = row.IsDBNull(2) ? (Guid?)null : row.GetGuid(2);
            memberships.Add(new Membership(tenant, personId, codes, roles.PermissionsOf(codes, kind)));
        }
        return principal ?? throw new InvalidOperationException($"There is no account {login}.");
    }
}
