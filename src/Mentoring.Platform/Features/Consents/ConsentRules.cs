using System.Text.Json.Serialization;
using Mentoring.Platform.Features.People;
using Mentoring.Platform.Features.Reference;

namespace Mentoring.Platform.Features.Consents;

/// <summary>How somebody stands with his consents on a given day.</summary>
public enum ConsentValidity
{
    /// <summary>No paper was ever recorded.</summary>
    Missing,
    Valid,

    /// <summary>Valid, but not for long.</summary>
    Expiring,
    Expired,
    Withdrawn,

    /// <summary>A paper is in force, but a signature that the age requires is not on it.</summary>
    WrongSigner,
}

/// <param name="ValidUntil">Last day on which it suffices, for a valid one; else null.</param>
public sealed record ConsentStanding(ConsentValidity State, DateOnly? ValidUntil)
{
    [JsonIgnore]
    public bool IsValid => State is ConsentValidity.Valid or ConsentValidity.Expiring;
}

/// <summary>What the rules need of a paper.</summary>
public sealed record ConsentFacts(
    DateOnly GivenOn,
    DateOnly ValidUntil,
    bool SubjectSigned,
    bool RepresentativeSigned,
    DateOnly? WithdrawnOn
)
{
    public bool InForceOn(DateOnly date) =>
        GivenOn <= date && date <= ValidUntil && (WithdrawnOn is null || date < WithdrawnOn);

    /// <summary>The first day on which it no longer holds.</summary>
    public DateOnly Ended => WithdrawnOn ?? ValidUntil.AddDays(1);
}

/// <summary>
/// Whether a person's consents suffice. The signatures that count are those required at the person's age on the
/// day asked about, not at the age of signing: under 14 the representative's, from 14 to 17 both, from 18 one's own
/// (the setting may say otherwise of minors). So a paper that only the representative has signed stops to suffice on
/// the 14th birthday, or on the 18th at the latest, and a paper that both have signed at 15 suffices after 18: the
/// grown-up has signed it himself. The two signatures may be on two papers, each in force.
/// </summary>
public static class ConsentRules
{
    /// <param name="consents">All papers of one person for one purpose.</param>
    /// <param name="expiresSoonDays">So many days before its end a valid consent is <see cref="ConsentValidity.Expiring"/>.</param>
    public static ConsentStanding ValidOn(
        IReadOnlyCollection<ConsentFacts> consents,
        DateOnly birthDate,
        DateOnly date,
        MinorConsentRule rule,
        int expiresSoonDays = 0
    )
    {
        if (SufficesUntil(consents, birthDate, date, rule) is { } until)
            return new ConsentStanding(
                until < date.AddDays(expiresSoonDays) ? ConsentValidity.Expiring : ConsentValidity.Valid,
                until
            );
        if (consents.Any(c => c.InForceOn(date)))
            return new ConsentStanding(ConsentValidity.WrongSigner, null);
        var last = consents.Where(c => c.GivenOn <= date).MaxBy(c => c.Ended);
        return new ConsentStanding(
            last is null ? ConsentValidity.Missing
                : last.WithdrawnOn is null ? ConsentValidity.Expired
                : ConsentValidity.Withdrawn,
            null
        );
    }

    /// <summary>The last day of an unbroken time, from the date on, in which the papers of that date suffice.</summary>
    private static DateOnly? SufficesUntil(
        IReadOnlyCollection<ConsentFacts> consents,
        DateOnly birthDate,
        DateOnly date,
        MinorConsentRule rule
    )
    {
        var own = LastDay(consents, date, c => c.SubjectSigned);
        var representative = LastDay(consents, date, c => c.RepresentativeSigned);
        DateOnly? until = null;
        // Birthdays cut the time into parts, each with its own required signatures.
        foreach (var (from, to, needsOwn, needsRepresentative) in Ages(birthDate, rule))
        {
            if (to < date)
                continue;
            var end = Earlier(
                to,
                Earlier(needsOwn ? own : DateOnly.MaxValue, needsRepresentative ? representative : DateOnly.MaxValue)
            );
            if (end < date || end < from)
                return until;
            until = end;
            if (end < to)
                return until;
        }
        return until;
    }

    private static IEnumerable<(DateOnly From, DateOnly To, bool Own, bool Representative)> Ages(
        DateOnly birthDate,
        MinorConsentRule rule
    )
    {
        var fourteen = Age.Turning(birthDate, Age.OfOwnSignature);
        var eighteen = Age.Turning(birthDate, Age.OfMajority);
        yield return (DateOnly.MinValue, fourteen.AddDays(-1), false, true);
        yield return (
            fourteen,
            eighteen.AddDays(-1),
            rule != MinorConsentRule.RepresentativeForAllMinors,
            rule != MinorConsentRule.OwnFrom14
        );
        yield return (eighteen, DateOnly.MaxValue, true, false);
    }

    private static DateOnly LastDay(
        IReadOnlyCollection<ConsentFacts> consents,
        DateOnly date,
        Func<ConsentFacts, bool> signed
    ) =>
        consents
            .Where(c => c.InForceOn(date) && signed(c))
            .Select(c => c.WithdrawnOn?.AddDays(-1) ?? c.ValidUntil)
            .DefaultIfEmpty(DateOnly.MinValue)
            .Max();

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;
}
