using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Results;

namespace Mentoring.Platform.Features.Consents;

/// <summary>What the processing is for. Consents for other purposes are papers of their own by law.</summary>
public enum ConsentScope
{
    /// <summary>To be in the bank, in a pair, in its program and in its papers.</summary>
    Participation,
}

/// <summary>What became of a paper by a given day.</summary>
public enum ConsentState
{
    Given,
    Expired,
    Withdrawn,
}

/// <summary>What a signed paper says.</summary>
/// <param name="TextVersion">Which text was signed, e.g. «2025-09».</param>
/// <param name="ValidUntil">Last day on which it holds.</param>
/// <param name="RepresentativeId">Who signed for the minor, or together with him.</param>
/// <param name="PaperReference">Where the paper is kept.</param>
public sealed record ConsentPaper(
    ConsentScope Scope,
    string TextVersion,
    DateOnly GivenOn,
    DateOnly ValidUntil,
    bool SubjectSigned,
    Guid? RepresentativeId,
    string? PaperReference
);

/// <summary>A signed paper by which somebody lets his personal data be processed.</summary>
public sealed class PersonalDataConsent : Aggregate
{
    private PersonalDataConsent() { }

    public Guid PersonId { get; private init; }
    public ConsentScope Scope { get; private init; }
    public string TextVersion { get; private init; } = "";
    public DateOnly GivenOn { get; private init; }
    public DateOnly ValidUntil { get; private init; }
    public bool SubjectSigned { get; private init; }
    public Guid? RepresentativeId { get; private init; }
    public string? PaperReference { get; private init; }
    public DateOnly? WithdrawnOn { get; private set; }
    public string? WithdrawnReason { get; private set; }

    public ConsentFacts Facts => new(GivenOn, ValidUntil, SubjectSigned, RepresentativeId is not null, WithdrawnOn);

    public static Result<PersonalDataConsent> Record(
        Guid personId,
        DateOnly birthDate,
        ConsentPaper paper,
        DateOnly today
    )
    {
        if (paper.GivenOn > today)
            return ConsentErrors.GivenInFuture;
        if (paper.GivenOn < birthDate)
            return ConsentErrors.GivenBeforeBirth;
        if (paper.ValidUntil < paper.GivenOn)
            return ConsentErrors.EndsBeforeItBegins;
        if (!paper.SubjectSigned && paper.RepresentativeId is null)
            return ConsentErrors.NobodySigned;
        var consent = new PersonalDataConsent
        {
            PersonId = personId,
            Scope = paper.Scope,
            TextVersion = paper.TextVersion,
            GivenOn = paper.GivenOn,
            ValidUntil = paper.ValidUntil,
            SubjectSigned = paper.SubjectSigned,
            RepresentativeId = paper.RepresentativeId,
            PaperReference = string.IsNullOrWhiteSpace(paper.PaperReference) ? null : paper.PaperReference,
        };
        consent.Changed();
        return consent;
    }

    public ConsentState StateOn(DateOnly date) =>
        WithdrawnOn <= date ? ConsentState.Withdrawn
        : date > ValidUntil ? ConsentState.Expired
        : ConsentState.Given;

    public Result Withdraw(DateOnly withdrawnOn, string reason, DateOnly today)
    {
        if (WithdrawnOn is not null)
            return ConsentErrors.AlreadyWithdrawn;
        if (withdrawnOn > today)
            return ConsentErrors.WithdrawnInFuture;
        if (withdrawnOn < GivenOn)
            return ConsentErrors.WithdrawnBeforeGiven;
        if (withdrawnOn > ValidUntil)
            return ConsentErrors.AlreadyExpired;
        WithdrawnOn = withdrawnOn;
        WithdrawnReason = reason;
        Changed();
        return Result.Ok;
    }
}
