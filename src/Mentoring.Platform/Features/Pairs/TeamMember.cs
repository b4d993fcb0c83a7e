using Mentoring.Platform.Platform.Data;

namespace Mentoring.Platform.Features.Pairs;

/// <summary>A person on one side of a team, by the profile that brought him there.</summary>
public sealed class TeamMember : ITenantOwned
{
    public Guid TenantId { get; internal set; }
    public Guid TeamId { get; private set; }
    public required Guid PersonId { get; init; }

    /// <summary>The mentor's or mentee's profile, as <see cref="Side"/> says.</summary>
    public required Guid ProfileId { get; init; }
    public required TeamSide Side { get; init; }
    public DateOnly? DeclinedOn { get; internal set; }
    public string? DeclineReason { get; internal set; }
}

/// <summary>
/// A member's written consent to the duties in this very team (Labour Code 351.8 for employees, the school's regulation
/// for all); another paper than the consent to personal data. A withdrawn one stays on record.
/// </summary>
public sealed class DutyConsent : ITenantOwned
{
    public Guid TenantId { get; internal set; }
    public Guid TeamId { get; private set; }
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid PersonId { get; init; }
    public required DateOnly GivenOn { get; init; }
    public required ConsentWay Way { get; init; }

    /// <summary>The member or his representative; null for a paper, where the signature says it.</summary>
    public Guid? GivenByPersonId { get; init; }

    /// <summary>Which wording was agreed to.</summary>
    public required string TextVersion { get; init; }
    public DateOnly? WithdrawnOn { get; internal set; }
    public string? WithdrawalReason { get; internal set; }
}

/// <summary>
/// The addendum to an employee's contract that sets content, term and form of mentoring (Labour Code 351.8); kept by
/// number and date, the paper itself is in the personnel file.
/// </summary>
public sealed class ContractAddendum : ITenantOwned
{
    public Guid TenantId { get; internal set; }
    public Guid TeamId { get; private set; }
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid PersonId { get; init; }
    public required string Number { get; init; }
    public required DateOnly SignedOn { get; init; }

    /// <summary>The last day of its term; null where it holds as long as the pair does.</summary>
    public DateOnly? ValidUntil { get; init; }
}
