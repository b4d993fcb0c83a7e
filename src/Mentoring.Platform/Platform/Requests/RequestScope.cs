using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Results;
using Mentoring.Platform.Platform.Tenancy;

namespace Mentoring.Platform.Platform.Requests;

/// <summary>Which restricted login a piece of work runs under.</summary>
public enum DatabaseLogin
{
    /// <summary>Own tenant only.</summary>
    School,

    /// <summary>Own tables, and what descendants show upward.</summary>
    Oversight,

    /// <summary>Jobs, one tenant at a time.</summary>
    Work,
}

/// <summary>Who asks, in which tenant, with which conditions: filled once per request or job.</summary>
public sealed class RequestScope
{
    private readonly SortedSet<string> passed = new(StringComparer.Ordinal);
    private TenantInfo? tenant;

    public Principal? Principal { get; set; }

    public bool HasTenant => tenant is not null;

    public bool IsJob { get; private set; }

    /// <summary>The tenant that the address names.</summary>
    /// <exception cref="InvalidOperationException">The request is outside any tenant.</exception>
    public TenantInfo Tenant => tenant ?? throw new InvalidOperationException("This request is outside any tenant.");

    /// <summary>The actor's kind picks the data source, here and nowhere else.</summary>
    public DatabaseLogin Login =>
        IsJob ? DatabaseLogin.Work
        : Tenant.Kind == TenantKind.Organization ? DatabaseLogin.School
        : DatabaseLogin.Oversight;

    public Actor Actor { get; private set; } = new(Guid.Empty, null, new HashSet<string>(StringComparer.Ordinal));

    public string? IdempotencyKey { get; set; }

    /// <summary>The version that If-Match names.</summary>
    public long? ExpectedVersion { get; set; }

    /// <summary>
    /// The caller has gone. Asked for between statements only, and while one waits for a connection: a statement that is
    /// broken off in the middle leaves a connection on which the next one reads what was meant for it.
    /// </summary>
    public CancellationToken Abandoned { get; set; }

    /// <summary>The answer is that of an earlier request with the same key.</summary>
    public bool IsReplay { get; set; }

    /// <summary>Codes of the warnings that the caller means to pass; those that came up are kept in the audit.</summary>
    public IReadOnlyCollection<string> Confirmed { get; set; } = [];

    /// <summary>Warnings that came up and were passed.</summary>
    public IReadOnlyCollection<string> Passed => passed;

    /// <summary>Refuses with the warning, unless the caller has confirmed it.</summary>
    /// <param name="warning">An error that <see cref="Error.IsConfirmable"/>.</param>
    public Result Warn(Error warning)
    {
        if (!warning.IsConfirmable)
            throw new ArgumentException($"{warning.Code} cannot be confirmed.", nameof(warning));
        if (!Confirmed.Contains(warning.Code, StringComparer.Ordinal))
            return warning;
        passed.Add(warning.Code);
        return Result.Ok;
    }

    /// <summary>Enters the tenant of the address as one of its members.</summary>
    public void Enter(Membership membership)
    {
        Set(membership.Tenant);
        Actor = new Actor(Principal!.Id, membership.PersonId, membership.Permissions);
    }

    /// <summary>Enters a tenant as a job: no actor, the work login.</summary>
    public void EnterAsJob(TenantInfo jobTenant)
    {
        Set(jobTenant);
        IsJob = true;
    }

    /// <summary>Refuses when somebody has changed the thing since the caller read it.</summary>
    public Result CheckVersion(long current) =>
        ExpectedVersion == current ? Result.Ok : CommonErrors.Stale.With("current", current);

    private void Set(TenantInfo value)
    {
        // A live scope never changes its tenant: what it has read would mix.
        if (tenant is not null)
            throw new InvalidOperationException("The scope has entered a tenant already.");
        tenant = value;
    }
}
