using FsCheck;
using FsCheck.Fluent;
using Mentoring.Platform.Features.Programs;

namespace Mentoring.UnitTests.Programs;

public sealed class ProgramTermTests
{
    private static readonly TermLimits Limits = new(3, 12);

    private static readonly Arbitrary<DateOnly> AnyDay = Gen.Choose(0, 40_000)
        .Select(days => new DateOnly(1990, 1, 1).AddDays(days))
        .ToArbitrary();

    [Theory]
    [InlineData("2025-09-01", 3, "2025-11-30")]
    [InlineData("2025-09-01", 9, "2026-05-31")]
    [InlineData("2025-09-01", 12, "2026-08-31")]
    [InlineData("2025-11-30", 3, "2026-02-28")]
    [InlineData("2023-11-30", 3, "2024-02-29")]
    [InlineData("2023-11-29", 3, "2024-02-28")]
    [InlineData("2025-08-31", 3, "2025-11-30")]
    [InlineData("2024-02-29", 12, "2025-02-28")]
    [InlineData("2023-03-01", 12, "2024-02-29")]
    [InlineData("2025-01-31", 1, "2025-02-28")]
    public void Months_end_on_the_day_before_the_same_day_or_on_the_last_day_of_a_shorter_month(
        string startsOn,
        int months,
        string lastDay
    ) => ProgramTerm.LastDay(Day(startsOn), months).ShouldBe(Day(lastDay));

    [Fact, Trait("covers", "S0-14")]
    public void Three_months_from_any_date_are_accepted_and_one_day_less_is_not() =>
        Prop.ForAll(
                AnyDay,
                start =>
                {
                    var last = ProgramTerm.LastDay(start, 3);
                    return new ProgramTerm(start, last).Within(Limits).IsOk
                        && new ProgramTerm(start, last.AddDays(-1)).Within(Limits).Error?.Code
                            == "program.term_too_short";
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact, Trait("covers", "S0-14")]
    public void Twelve_months_from_any_date_are_accepted_and_one_day_more_is_not() =>
        Prop.ForAll(
                AnyDay,
                start =>
                {
                    var last = ProgramTerm.LastDay(start, 12);
                    return new ProgramTerm(start, last).Within(Limits).IsOk
                        && new ProgramTerm(start, last.AddDays(1)).Within(Limits).Error?.Code
                            == "program.term_too_long";
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Three_months_are_never_fewer_days_than_the_shortest_three_months_have() =>
        Prop.ForAll(AnyDay, start => ProgramTerm.LastDay(start, 3).DayNumber - start.DayNumber + 1 is >= 89 and <= 92)
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_term_of_two_months_names_the_shortest_that_would_do()
    {
        var error = new ProgramTerm(new(2026, 2, 1), new(2026, 3, 31)).Within(Limits).Error!;

        error.Code.ShouldBe("program.term_too_short");
        error.Params["minMonths"].ShouldBe(3);
        error.Params["endsOn"].ShouldBe(new DateOnly(2026, 4, 30));
        error.Fields.Single().Pointer.ShouldBe("/endsOn");
    }

    [Fact]
    public void A_term_that_ends_before_it_starts_is_refused_whatever_the_limits() =>
        new ProgramTerm(new(2026, 2, 2), new(2026, 2, 1))
            .Within(new TermLimits(0, 12))
            .Error!.Code.ShouldBe("program.dates_reversed");

    [Fact, Trait("covers", "S0-24")]
    public void A_kind_without_a_shortest_term_allows_one_day() =>
        new ProgramTerm(new(2026, 2, 2), new(2026, 2, 2)).Within(new TermLimits(0, 12)).IsOk.ShouldBeTrue();

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
