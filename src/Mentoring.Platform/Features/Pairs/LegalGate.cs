using Mentoring.Platform.Features.Consents;
using Mentoring.Platform.Features.Reference;

namespace Mentoring.Platform.Features.Pairs;

/// <summary>What the law asks for and does not find.</summary>
public enum GateCode
{
    PersonalDataConsentMissing,
    PersonalDataConsentExpired,
    PersonalDataConsentWithdrawn,
    PersonalDataConsentWrongSigner,
    DutyConsentMissing,
    DutyConsentWithdrawn,
    AddendumMissing,
    AddendumExpired,
    OrderMissing,
    OrderRevoked,
}

/// <param name="PersonId">The member whom it is about; null for the pair as a whole.</param>
public sealed record MissingFact(GateCode Code, Guid? PersonId);

/// <summary>Open, or what is missing.</summary>
public sealed record Gate(IReadOnlyList<MissingFact> Missing)
{
    public bool IsOpen => Missing.Count == 0;
}

/// <summary>The order that names the pair.</summary>
public sealed record OrderFact(DateOnly SignedOn, DateOnly? RevokedOn);

/// <summary>A written consent to the duties in this pair.</summary>
public sealed record DutyConsentFact(DateOnly GivenOn, DateOnly? WithdrawnOn);

/// <summary>An addendum to the contract.</summary>
public sealed record AddendumFact(DateOnly SignedOn, DateOnly? ValidUntil);

/// <param name="AddendumDue">The member is an employee who takes on mentoring as work (Labour Code 351.8).</param>
public sealed record MemberFacts(
    Guid PersonId,
    DateOnly BirthDate,
    IReadOnlyList<ConsentFacts> PersonalDataConsents,
    IReadOnlyList<DutyConsentFact> DutyConsents,
    bool AddendumDue,
    IReadOnlyList<AddendumFact> Addenda
);

/// <summary>All that the gate looks at.</summary>
public sealed record GateFacts(IReadOnlyList<MemberFacts> Members, OrderFact? Order, MinorConsentRule MinorConsentRule);

/// <summary>
/// Whether a pair may work on a given day. It is asked anew each time: an expired term or a withdrawal closes it without
/// anybody writing anything.
/// </summary>
public static class LegalGate
{
    public static Gate Evaluate(GateFacts facts, DateOnly today) =>
        new([
            .. facts.Members.SelectMany(m =>
                OfMember(m, facts.MinorConsentRule, today).Select(code => new MissingFact(code, m.PersonId))
            ),
            .. OfOrder(facts.Order, today).Select(code => new MissingFact(code, null)),
        ]);

    private static IEnumerable<GateCode> OfMember(MemberFacts member, MinorConsentRule rule, DateOnly today)
    {
        var standing = ConsentRules.ValidOn(member.PersonalDataConsents, member.BirthDate, today, rule);
        if (!standing.IsValid)
            yield return standing.State switch
            {
                ConsentValidity.Expired => GateCode.PersonalDataConsentExpired,
                ConsentValidity.Withdrawn => GateCode.PersonalDataConsentWithdrawn,
                ConsentValidity.WrongSigner => GateCode.PersonalDataConsentWrongSigner,
                _ => GateCode.PersonalDataConsentMissing,
            };
        var duties = member.DutyConsents.Where(c => c.GivenOn <= today).ToList();
        if (!duties.Exists(c => c.WithdrawnOn is null || today < c.WithdrawnOn))
            yield return duties.Count == 0 ? GateCode.DutyConsentMissing : GateCode.DutyConsentWithdrawn;
        if (!member.AddendumDue)
            yield break;
        var addenda = member.Addenda.Where(a => a.SignedOn <= today).ToList();
        if (!addenda.Exists(a => a.ValidUntil is null || today <= a.ValidUntil))
            yield return addenda.Count == 0 ? GateCode.AddendumMissing : GateCode.AddendumExpired;
    }

    private static IEnumerable<GateCode> OfOrder(OrderFact? order, DateOnly today)
    {
        if (order is null || order.SignedOn > today)
            yield return GateCode.OrderMissing;
        else if (order.RevokedOn <= today)
            yield return GateCode.OrderRevoked;
    }
}
