using Mentoring.Platform.Features.Consents;

namespace Mentoring.UnitTests.Consents;

public sealed class PersonalDataConsentTests
{
    private static readonly DateOnly Today = new(2026, 4, 15);
    private static readonly DateOnly Born = new(2010, 1, 1);

    private static readonly ConsentPaper Paper = new(
        ConsentScope.Participation,
        "2025-09",
        new DateOnly(2026, 1, 10),
        new DateOnly(2026, 5, 31),
        SubjectSigned: true,
        RepresentativeId: null,
        PaperReference: " "
    );

    [Fact]
    public void A_paper_is_given_then_expired()
    {
        var consent = Record(Paper).Value;

        consent.StateOn(Today).ShouldBe(ConsentState.Given);
        consent.StateOn(Paper.ValidUntil).ShouldBe(ConsentState.Given);
        consent.StateOn(Paper.ValidUntil.AddDays(1)).ShouldBe(ConsentState.Expired);
        consent.PaperReference.ShouldBeNull();
        consent.Version.ShouldBe(1);
    }

    [Fact]
    public void A_paper_that_cannot_be_is_refused()
    {
        Code(Paper with { GivenOn = Today.AddDays(1) }).ShouldBe("consent.given_in_future");
        Code(Paper with { GivenOn = Born.AddDays(-1) }).ShouldBe("consent.given_before_birth");
        Code(Paper with { ValidUntil = Paper.GivenOn.AddDays(-1) }).ShouldBe("consent.ends_before_it_begins");
        Code(Paper with { SubjectSigned = false }).ShouldBe("consent.nobody_signed");
        Code(Paper with { SubjectSigned = false, RepresentativeId = Guid.CreateVersion7() }).ShouldBeNull();
        Code(Paper with { GivenOn = Today, ValidUntil = Today }).ShouldBeNull();
    }

    [Fact]
    [Trait("covers", "C-14")]
    public void A_paper_is_withdrawn_once_on_a_day_on_which_it_holds()
    {
        var consent = Record(Paper).Value;

        consent.Withdraw(Today.AddDays(1), "x", Today).Error!.Code.ShouldBe("consent.withdrawn_in_future");
        consent.Withdraw(Paper.GivenOn.AddDays(-1), "x", Today).Error!.Code.ShouldBe("consent.withdrawn_before_given");
        consent.Withdraw(new(2026, 6, 1), "x", new(2026, 7, 1)).Error!.Code.ShouldBe("consent.already_expired");
        consent.WithdrawnOn.ShouldBeNull();

        consent.Withdraw(Today, "по заявлению", Today).IsOk.ShouldBeTrue();
        consent.StateOn(Today.AddDays(-1)).ShouldBe(ConsentState.Given);
        consent.StateOn(Today).ShouldBe(ConsentState.Withdrawn);
        consent.StateOn(Paper.ValidUntil.AddDays(1)).ShouldBe(ConsentState.Withdrawn);
        consent.Withdraw(Today, "x", Today).Error!.Code.ShouldBe("consent.already_withdrawn");
    }

    private static string? Code(ConsentPaper paper) => Record(paper).Error?.Code;

    private static Mentoring.Platform.Platform.Results.Result<PersonalDataConsent> Record(ConsentPaper paper) =>
        PersonalDataConsent.Record(Guid.CreateVersion7(), Born, paper, Today);
}
