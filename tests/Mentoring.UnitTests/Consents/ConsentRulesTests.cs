using Mentoring.Platform.Features.Consents;
using Mentoring.Platform.Features.Reference;

namespace Mentoring.UnitTests.Consents;

/// <summary>Whose signature counts at which age, and until when.</summary>
public sealed class ConsentRulesTests
{
    private const MinorConsentRule Usual = MinorConsentRule.RepresentativeUnder14ThenBoth;
    private static readonly DateOnly Today = new(2026, 4, 15);

    [Theory]
    // Under 14 the representative signs.
    [InlineData("2012-04-16", false, true, Usual, ConsentValidity.Valid)]
    [InlineData("2012-04-16", true, false, Usual, ConsentValidity.WrongSigner)]
    [InlineData("2012-04-16", true, true, Usual, ConsentValidity.Valid)]
    // From 14 both.
    [InlineData("2012-04-15", false, true, Usual, ConsentValidity.WrongSigner)]
    [InlineData("2012-04-15", true, false, Usual, ConsentValidity.WrongSigner)]
    [InlineData("2012-04-15", true, true, Usual, ConsentValidity.Valid)]
    [InlineData("2008-04-16", true, false, Usual, ConsentValidity.WrongSigner)]
    // From 18 one's own; what both have signed before is one's own too.
    [InlineData("2008-04-15", true, false, Usual, ConsentValidity.Valid)]
    [InlineData("2008-04-15", true, true, Usual, ConsentValidity.Valid)]
    [InlineData("2008-04-15", false, true, Usual, ConsentValidity.WrongSigner)]
    // The settings.
    [InlineData("2012-04-15", true, false, MinorConsentRule.OwnFrom14, ConsentValidity.Valid)]
    [InlineData("2012-04-15", false, true, MinorConsentRule.OwnFrom14, ConsentValidity.WrongSigner)]
    [InlineData("2012-04-16", true, false, MinorConsentRule.OwnFrom14, ConsentValidity.WrongSigner)]
    [InlineData("2012-04-15", false, true, MinorConsentRule.RepresentativeForAllMinors, ConsentValidity.Valid)]
    [InlineData("2012-04-15", true, false, MinorConsentRule.RepresentativeForAllMinors, ConsentValidity.WrongSigner)]
    [InlineData("2008-04-15", false, true, MinorConsentRule.RepresentativeForAllMinors, ConsentValidity.WrongSigner)]
    [Trait("covers", "C-15")]
    public void Whose_signature_counts(
        string born,
        bool own,
        bool representative,
        MinorConsentRule rule,
        ConsentValidity expected
    ) => State([Paper(own: own, representative: representative)], born, rule).State.ShouldBe(expected);

    [Fact]
    [Trait("covers", "C-15")]
    public void The_two_signatures_may_be_on_two_papers()
    {
        ConsentFacts[] papers = [Paper("2026-06-01", own: true), Paper("2026-05-01", own: false, representative: true)];

        var standing = State(papers, "2010-01-01");

        standing.ShouldBe(new ConsentStanding(ConsentValidity.Valid, new DateOnly(2026, 5, 1)));
    }

    [Theory]
    // The representative's paper ends with the 14th birthday, or with the 18th where it counts until then.
    [InlineData("2012-05-10", false, true, Usual, "2026-05-09")]
    [InlineData("2008-05-10", false, true, MinorConsentRule.RepresentativeForAllMinors, "2026-05-09")]
    [InlineData("2012-05-10", true, true, Usual, "2026-08-31")]
    [InlineData("2008-05-10", true, true, Usual, "2026-08-31")]
    [InlineData("2012-05-10", true, true, MinorConsentRule.OwnFrom14, "2026-08-31")]
    [InlineData("1990-01-01", true, false, Usual, "2026-08-31")]
    [Trait("covers", "C-15")]
    public void A_birthday_ends_what_no_longer_suffices(
        string born,
        bool own,
        bool representative,
        MinorConsentRule rule,
        string until
    ) => State([Paper(own: own, representative: representative)], born, rule).ValidUntil.ShouldBe(Day(until));

    [Fact]
    public void Nothing_recorded_is_missing()
    {
        State([]).ShouldBe(new ConsentStanding(ConsentValidity.Missing, null));
        State([new(Today.AddDays(1), Day("2026-08-31"), true, false, null)]).State.ShouldBe(ConsentValidity.Missing);
    }

    [Theory]
    [InlineData("2026-04-15", ConsentValidity.Valid)]
    [InlineData("2026-04-14", ConsentValidity.Expired)]
    public void The_last_day_counts(string until, ConsentValidity expected) =>
        State([Paper(until)]).State.ShouldBe(expected);

    [Theory]
    [InlineData("2026-04-15", ConsentValidity.Withdrawn)]
    [InlineData("2026-04-01", ConsentValidity.Withdrawn)]
    [Trait("covers", "C-14")]
    public void A_withdrawal_counts_from_its_day(string day, ConsentValidity expected) =>
        State([Paper(withdrawn: day)]).State.ShouldBe(expected);

    [Fact]
    public void What_ended_last_says_how_one_stands_and_a_paper_in_force_outdoes_both()
    {
        var expired = Paper("2026-03-01");
        var withdrawn = Paper(withdrawn: "2026-03-15");

        State([expired, withdrawn]).State.ShouldBe(ConsentValidity.Withdrawn);
        State([Paper("2026-03-20"), withdrawn]).State.ShouldBe(ConsentValidity.Expired);
        State([expired, withdrawn, Paper()]).State.ShouldBe(ConsentValidity.Valid);
    }

    [Theory]
    [InlineData("2026-05-14", ConsentValidity.Expiring)]
    [InlineData("2026-05-15", ConsentValidity.Valid)]
    public void Soon_is_what_the_setting_says(string until, ConsentValidity expected) =>
        ConsentRules.ValidOn([Paper(until)], Day("1990-01-01"), Today, Usual, 30).State.ShouldBe(expected);

    private static ConsentStanding State(
        ConsentFacts[] papers,
        string born = "1990-01-01",
        MinorConsentRule rule = Usual
    ) => ConsentRules.ValidOn(papers, Day(born), Today, rule);

    private static ConsentFacts Paper(
        string until = "2026-08-31",
        bool own = true,
        bool representative = false,
        string? withdrawn = null
    ) => new(Day("2025-09-01"), Day(until), own, representative, withdrawn is null ? null : Day(withdrawn));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
