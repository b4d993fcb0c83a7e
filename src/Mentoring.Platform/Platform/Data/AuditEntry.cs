namespace Mentoring.Platform.Platform.Data;

/// <summary>Who did what to which thing: one row per changed aggregate, or per audited read. Names of fields, no values.</summary>
public sealed class AuditEntry : ITenantOwned
{
    public Guid TenantId { get; internal set; }
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required DateTimeOffset At { get; init; }

    /// <summary>The account; null where a job or a key acted.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>The API key, where another system acted by one.</summary>
    public Guid? ApiKeyId { get; init; }

    /// <summary>The operationId, or the kind of the work item.</summary>
    public required string Operation { get; init; }
    public required string SubjectKind { get; init; }
    public required Guid SubjectId { get; init; }
    public long? SubjectVersion { get; init; }
    public required string[] Fields { get; init; }

    /// <summary>Codes of the warnings that the actor read and passed.</summary>
    public string[] Passed { get; init; } = [];
    public string? TraceId { get; init; }
}
