using Mentoring.Platform.Features.People;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Results;

namespace Mentoring.Platform.Features.Mentors;

/// <summary>How far somebody is as a mentor.</summary>
public enum MentorState
{
    /// <summary>Entered, without a sufficient consent yet.</summary>
    Candidate,
    Consented,
    InBank,
    Trained,

    /// <summary>Has at least one mentee.</summary>
    Assigned,

    /// <summary>Has filed a statement to lay down the duties.</summary>
    Resigning,
    Released,
    Excluded,

    /// <summary>Has withdrawn the consent: nothing may be done with the data until there is a new one.</summary>
    Blocked,
}

/// <summary>What a mentor brings along.</summary>
/// <param name="Position">As it is called in papers.</param>
/// <param name="PositionCode">Its entry in the list of positions, where it has one.</param>
/// <param name="Capacity">How many mentees at a time.</param>
/// <param name="IsEmployee">Employed by this organization: mentoring needs an addendum to the contract.</param>
/// <param name="Employer">Of a mentor from outside.</param>
public sealed record MentorDetails(
    string Position,
    string? PositionCode,
    IReadOnlyList<string> SubjectCodes,
    IReadOnlyList<string> CompetenceCodes,
    int Capacity,
    bool IsEmployee,
    string? Employer
);

/// <summary>A person as a mentor.</summary>
public sealed class MentorProfile : Aggregate
{
    public const int LeastCapacity = 1;
    public const int MostCapacity = 20;

    /// <summary>From which age on a contract of employment is possible at all (Labor Code, article 63).</summary>
    public const int YoungestEmployee = 14;

    private MentorProfile() { }

    public Guid PersonId { get; private init; }
    public MentorState State { get; private set; }
    public string Position { get; private set; } = "";
    public string? PositionCode { get; private set; }
    public string[] SubjectCodes { get; private set; } = [];
    public string[] CompetenceCodes { get; private set; } = [];
    public int Capacity { get; private set; }
    public bool IsEmployee { get; private set; }
    public string? Employer { get; private set; }
    public DateOnly? AdmittedOn { get; private set; }
    public DateOnly? TrainedOn { get; private set; }
    public DateOnly? ResignedOn { get; private set; }
    public string? ExclusionReason { get; private set; }

    /// <summary>Mentees that the mentor has now.</summary>
    public int PlacesTaken { get; private set; }

    /// <summary>What a blocked profile returns to when there is a consent again.</summary>
    public MentorState? BlockedIn { get; private set; }

    /// <summary>None when full; a capacity lowered below what is taken ends no pair.</summary>
    public int PlacesFree => Math.Max(0, Capacity - PlacesTaken);

    public static bool IsTooYoungToWork(DateOnly birthDate, DateOnly today) =>
        Age.On(birthDate, today) < YoungestEmployee;

    public static Result<MentorProfile> Register(Guid personId, MentorDetails details)
    {
        var mentor = new MentorProfile { PersonId = personId, State = MentorState.Candidate };
        return mentor.Edit(details) is { Error: { } error } ? error : mentor;
    }

    public Result Edit(MentorDetails details)
    {
        if (State is MentorState.Blocked or MentorState.Released or MentorState.Excluded)
            return Refused();
        if (details.Capacity is < LeastCapacity or > MostCapacity)
            return MentorErrors.CapacityOutOfRange;
        if (!details.IsEmployee && string.IsNullOrWhiteSpace(details.Employer))
            return MentorErrors.EmployerRequired;
        Position = details.Position;
        PositionCode = string.IsNullOrWhiteSpace(details.PositionCode) ? null : details.PositionCode;
        SubjectCodes = [.. details.SubjectCodes.Distinct(StringComparer.Ordinal)];
        CompetenceCodes = [.. details.CompetenceCodes.Distinct(StringComparer.Ordinal)];
        Capacity = details.Capacity;
        IsEmployee = details.IsEmployee;
        Employer = details.IsEmployee ? null : details.Employer;
        Changed();
        return Result.Ok;
    }

    /// <summary>The consents suffice now: a candidate gets on, a blocked profile returns to where it was.</summary>
    public void ConsentGiven()
    {
        if (State == MentorState.Candidate)
            Become(MentorState.Consented);
        else if (State == MentorState.Blocked)
            Become(BlockedIn!.Value);
    }

    /// <summary>The consent is withdrawn. A profile that never had one, or is over, stays as it is.</summary>
    public void ConsentWithdrawn()
    {
        if (State is MentorState.Candidate or MentorState.Released or MentorState.Excluded or MentorState.Blocked)
            return;
        var before = State;
        Become(MentorState.Blocked);
        BlockedIn = before;
    }

    /// <summary>Whether the head's decision is what is missing: for the first time, or again after a release.</summary>
    public static bool AwaitsAdmission(MentorState state) => state is MentorState.Consented or MentorState.Released;

    /// <summary>The head takes the mentor into the bank; again, if one who had been released comes back.</summary>
    public Result Admit(DateOnly today)
    {
        if (!AwaitsAdmission(State))
            return Refused();
        AdmittedOn = today;
        ResignedOn = null;
        Become(Free);
        return Result.Ok;
    }

    public Result CompleteTraining(DateOnly on)
    {
        if (State is not (MentorState.InBank or MentorState.Assigned) || TrainedOn is not null)
            return Refused();
        TrainedOn = on;
        Become(State == MentorState.InBank ? MentorState.Trained : State);
        return Result.Ok;
    }

    /// <summary>Takes one of the mentor's places for a pair.</summary>
    public Result Assign()
    {
        if (State is not (MentorState.InBank or MentorState.Trained or MentorState.Assigned))
            return Refused();
        if (PlacesFree == 0)
            return MentorErrors.Full.With("capacity", Capacity);
        PlacesTaken++;
        Become(MentorState.Assigned);
        return Result.Ok;
    }

    /// <summary>Gives a pair's place back; with the last one the mentor is free in the bank again.</summary>
    public Result ReturnToBank()
    {
        if (PlacesTaken == 0)
            return Refused();
        PlacesTaken--;
        if (PlacesTaken == 0 && State == MentorState.Assigned)
            State = Free;
        else if (PlacesTaken == 0 && BlockedIn == MentorState.Assigned)
            BlockedIn = Free;
        Changed();
        return Result.Ok;
    }

    /// <summary>The mentor's statement to lay down the duties has come: no new mentees.</summary>
    public Result Resign(DateOnly on)
    {
        if (State != MentorState.Assigned)
            return Refused();
        ResignedOn = on;
        Become(MentorState.Resigning);
        return Result.Ok;
    }

    /// <summary>The head releases the mentor, once every pair is closed.</summary>
    public Result Release()
    {
        if (State != MentorState.Resigning)
            return Refused();
        if (PlacesTaken > 0)
            return MentorErrors.StillHasMentees.With("mentees", PlacesTaken);
        Become(MentorState.Released);
        return Result.Ok;
    }

    /// <summary>Takes the mentor out of the register for good.</summary>
    public Result Exclude(string reason)
    {
        if (State is MentorState.Released or MentorState.Excluded)
            return Refused();
        if (PlacesTaken > 0)
            return MentorErrors.StillHasMentees.With("mentees", PlacesTaken);
        ExclusionReason = reason;
        Become(MentorState.Excluded);
        return Result.Ok;
    }

    private MentorState Free => TrainedOn is null ? MentorState.InBank : MentorState.Trained;

    private void Become(MentorState state)
    {
        State = state;
        BlockedIn = null;
        Changed();
    }

    private Error Refused() =>
        State == MentorState.Blocked
            ? MentorErrors.Blocked
            : MentorErrors.WrongState.With("state", EnumText<MentorState>.Write(State));
}
