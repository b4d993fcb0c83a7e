using Mentoring.Platform.Features.Programs;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Results;

namespace Mentoring.Platform.Features.Meetings;

public enum MeetingMode
{
    Online,
    InPerson,
}

/// <summary>What is said of a meeting.</summary>
/// <param name="NextOn">The day on which the next one was agreed.</param>
public sealed record MeetingFacts(
    MeetingType Type,
    DateOnly HeldOn,
    int Minutes,
    MeetingMode Mode,
    string Outcome,
    DateOnly? NextOn
);

/// <summary>What a meeting is held against.</summary>
/// <param name="ActiveSince">The day on which the pair began to work.</param>
/// <param name="Programs">When the pair's programs were approved and over.</param>
/// <param name="IsSingle">The pair's kind of mentoring is one meeting, without a program.</param>
/// <param name="HasOthers">The pair has held other meetings.</param>
public sealed record MeetingRules(
    DateOnly ActiveSince,
    IReadOnlyCollection<ApprovedPeriod> Programs,
    bool IsSingle,
    bool HasOthers
);

/// <summary>Who wrote a meeting down.</summary>
public sealed record MeetingAuthor(Guid AccountId, ProgramParty Party);

/// <summary>A meeting of a pair, logged by one of its members or by the curator.</summary>
public sealed class Meeting : Aggregate
{
    private Meeting() { }

    public Guid PairId { get; private init; }
    public MeetingType Type { get; private set; }
    public DateOnly HeldOn { get; private set; }
    public int Minutes { get; private set; }
    public MeetingMode Mode { get; private set; }
    public string Outcome { get; private set; } = "";
    public DateOnly? NextOn { get; private set; }
    public DateOnly LoggedOn { get; private init; }
    public Guid LoggedByAccountId { get; private init; }
    public ProgramParty LoggedAs { get; private init; }

    /// <summary>The day on which the entry was struck out as wrong; null while it counts.</summary>
    public DateOnly? StruckOutOn { get; private set; }
    public string? StruckOutReason { get; private set; }

    public static Result<Meeting> Log(
        Guid pairId,
        MeetingFacts facts,
        MeetingRules rules,
        MeetingAuthor author,
        DateOnly today
    )
    {
        if (Check(facts, rules, today) is { Error: { } refusal })
            return refusal;
        var meeting = new Meeting
        {
            PairId = pairId,
            LoggedOn = today,
            LoggedByAccountId = author.AccountId,
            LoggedAs = author.Party,
        };
        meeting.Write(facts);
        return meeting;
    }

    /// <summary>The author's entry, put right while it is fresh.</summary>
    /// <param name="days">For how many days after the entry.</param>
    public Result Correct(MeetingFacts facts, MeetingRules rules, int days, DateOnly today)
    {
        if (!IsFresh(LoggedOn, days, today))
            return MeetingErrors.CorrectionOver.With("days", days);
        if (Check(facts, rules, today) is { Error: { } refusal })
            return refusal;
        Write(facts);
        return Result.Ok;
    }

    /// <summary>There was no such meeting, or it is logged twice. The entry stays, and counts no more.</summary>
    public void StrikeOut(string reason, DateOnly today)
    {
        StruckOutOn = today;
        StruckOutReason = reason;
        Changed();
    }

    public static bool IsFresh(DateOnly loggedOn, int days, DateOnly today) => today <= loggedOn.AddDays(days);

    private static Result Check(MeetingFacts facts, MeetingRules rules, DateOnly today)
    {
        if (facts.HeldOn > today)
            return MeetingErrors.InFuture.At("/heldOn");
        if (facts.HeldOn < rules.ActiveSince)
            return MeetingErrors.BeforePair.With("activeSince", rules.ActiveSince).At("/heldOn");
        if (facts.NextOn < facts.HeldOn)
            return MeetingErrors.NextBeforeHeld.At("/nextOn");
        if (MeetingChain.IsPreparatory(facts.Type))
            // On the day of the approval either kind is possible: nobody writes down the hour.
            return rules.Programs.Any(p => p.Holds(facts.HeldOn) && p.ApprovedOn < facts.HeldOn)
                ? MeetingErrors.AfterApproval.At("/type")
                : Single(rules);
        if (rules.Programs.Any(p => p.Holds(facts.HeldOn)))
            return Result.Ok;
        return rules.IsSingle ? Single(rules) : MeetingErrors.NeedsProgram.At("/type");
    }

    /// <summary>Where one meeting is all there is, there is no second without a program.</summary>
    private static Result Single(MeetingRules rules) =>
        rules is { IsSingle: true, HasOthers: true, Programs.Count: 0 } ? MeetingErrors.SingleOnly : Result.Ok;

    private void Write(MeetingFacts facts)
    {
        Type = facts.Type;
        HeldOn = facts.HeldOn;
        Minutes = facts.Minutes;
        Mode = facts.Mode;
        Outcome = facts.Outcome;
        NextOn = facts.NextOn;
        Changed();
    }
}
