using FsCheck;
using FsCheck.Fluent;
using Mentoring.Platform.Features.Consents;
using Mentoring.Platform.Features.Pairs;
using Mentoring.Platform.Features.Reference;

namespace Mentoring.UnitTests.Pairs;

/// <summary>Generators: sets of facts around the day in question, and facts that may come on top of them.</summary>
internal static class LegalGateFacts
{
    private static readonly Gen<DateOnly> Near = Gen.Choose(-3, 3).Select(SamplePairs.Day.AddDays);

    /// <summary>Mostly such that something has begun, or has not ended, on the day in question.</summary>
    private static readonly Gen<DateOnly> Begun = Gen.Choose(-4, 1).Select(SamplePairs.Day.AddDays);
    private static readonly Gen<DateOnly> Ending = Gen.Choose(-1, 4).Select(SamplePairs.Day.AddDays);

    /// <summary>Of all ages that the rules tell apart, also with a birthday about these days.</summary>
    private static readonly Gen<DateOnly> BirthDate =
        from years in Gen.Elements(10, 14, 16, 18, 40)
        from day in Near
        select day.AddYears(-years);

    private static readonly Gen<DateOnly?> Withdrawn = Gen.Frequency(
        (3, Gen.Constant<DateOnly?>(null)),
        (1, Near.Select(d => (DateOnly?)d))
    );

    private static readonly Gen<ConsentFacts> Consent =
        from given in Begun
        from until in Ending
        from own in Gen.Elements(true, true, false)
        from representative in Gen.Elements(true, false)
        from withdrawn in Withdrawn
        select new ConsentFacts(given, until, own, representative || !own, withdrawn);

    private static readonly Gen<DutyConsentFact> Duty =
        from given in Begun
        from withdrawn in Withdrawn
        select new DutyConsentFact(given, withdrawn);

    private static readonly Gen<AddendumFact> Addendum =
        from signed in Begun
        from until in Withdrawn
        select new AddendumFact(signed, until);

    private static readonly Gen<OrderFact?> Order = Gen.Frequency(
        (1, Gen.Constant<OrderFact?>(null)),
        (6, from signed in Begun from revoked in Withdrawn select (OrderFact?)new OrderFact(signed, revoked))
    );

    private static readonly Gen<MemberFacts> Member =
        from birth in BirthDate
        from consents in Some(Consent)
        from duties in Some(Duty)
        from due in Gen.Elements(true, false)
        from addenda in Some(Addendum)
        select new MemberFacts(Guid.CreateVersion7(), birth, consents, duties, due, addenda);

    public static readonly Gen<GateFacts> Any =
        from mentor in Member
        from mentee in Member
        from order in Order
        from rule in Gen.Elements(Enum.GetValues<MinorConsentRule>())
        select new GateFacts([mentor, mentee], order, rule);

    /// <summary>One more paper of one of the members, whatever it is, or an order where there was none.</summary>
    public static readonly Gen<Func<GateFacts, GateFacts>> Fact = Gen.OneOf(
        Consent.SelectMany(
            _ => Side,
            (c, side) => With(side, m => m with { PersonalDataConsents = [.. m.PersonalDataConsents, c] })
        ),
        Duty.SelectMany(_ => Side, (d, side) => With(side, m => m with { DutyConsents = [.. m.DutyConsents, d] })),
        Addendum.SelectMany(_ => Side, (a, side) => With(side, m => m with { Addenda = [.. m.Addenda, a] })),
        Order.Select(order => (Func<GateFacts, GateFacts>)(f => f with { Order = f.Order ?? order }))
    );

    private static Gen<int> Side => Gen.Elements(0, 1);

    private static Gen<IReadOnlyList<T>> Some<T>(Gen<T> one) =>
        Gen.Choose(0, 4).SelectMany(one.ListOf).Select(l => (IReadOnlyList<T>)[.. l]);

    private static Func<GateFacts, GateFacts> With(int side, Func<MemberFacts, MemberFacts> change) =>
        facts => facts with { Members = [.. facts.Members.Select((m, i) => i == side ? change(m) : m)] };
}
