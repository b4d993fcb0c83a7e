using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Results;

namespace Mentoring.Platform.Features.Mentees;

/// <summary>How far somebody is as a mentee.</summary>
public enum MenteeState
{
    /// <summary>Entered; what he asks for is not known yet.</summary>
    Identified,

    /// <summary>The requests are known.</summary>
    Surveyed,
    Consented,
    InBase,
    Matched,

    /// <summary>Found no mentor; is supported otherwise while the search goes on.</summary>
    Unpaired,
    InProgram,
    Finished,

    /// <summary>The consent is withdrawn: nothing may be done with the data until there is a new one.</summary>
    Blocked,
}

/// <summary>What a mentee asks a mentor for.</summary>
public sealed record RequestText(string TopicCode, string? Text = null);

/// <param name="SchoolClass">Of a schoolchild, e.g. «8А».</param>
/// <param name="Position">Of somebody who works.</param>
public sealed record MenteeDetails(
    string CategoryCode,
    string? SchoolClass,
    string? Position,
    IReadOnlyList<RequestText> Requests
);

/// <summary>One request of a mentee, in the order of importance.</summary>
public sealed class MenteeRequest : ITenantOwned
{
    public Guid TenantId { get; internal set; }
    public Guid MenteeId { get; internal init; }
    public int Position { get; internal init; }
    public string TopicCode { get; internal set; } = "";
    public string? Text { get; internal set; }
}

/// <summary>A person as a mentee.</summary>
public sealed class MenteeProfile : Aggregate
{
    public const int MostRequests = 20;

    private readonly List<MenteeRequest> requests = [];

    private MenteeProfile() { }

    public Guid PersonId { get; private init; }
    public MenteeState State { get; private set; }
    public string CategoryCode { get; private set; } = "";
    public string? SchoolClass { get; private set; }
    public string? Position { get; private set; }
    public DateOnly? AdmittedOn { get; private set; }

    /// <summary>Pairs that are open now.</summary>
    public int OpenPairs { get; private set; }

    /// <summary>What a blocked profile returns to when there is a consent again.</summary>
    public MenteeState? BlockedIn { get; private set; }
    public IReadOnlyList<MenteeRequest> Requests => requests;

    public static Result<MenteeProfile> Register(Guid personId, MenteeDetails details)
    {
        var mentee = new MenteeProfile { PersonId = personId, State = MenteeState.Identified };
        return mentee.Edit(details) is { Error: { } error } ? error : mentee;
    }

    /// <summary>Once the requests are known, the mentee counts as surveyed.</summary>
    public Result Edit(MenteeDetails details)
    {
        if (State is MenteeState.Blocked or MenteeState.Finished)
            return Refused();
        if (details.Requests.Count > MostRequests)
            return MenteeErrors.TooManyRequests;
        if (details.Requests.Count == 0 && State != MenteeState.Identified)
            return MenteeErrors.RequestsRequired;
        CategoryCode = details.CategoryCode;
        SchoolClass = Given(details.SchoolClass);
        Position = Given(details.Position);
        Replace(details.Requests);
        if (State == MenteeState.Identified && requests.Count > 0)
            State = MenteeState.Surveyed;
        Changed();
        return Result.Ok;
    }

    /// <summary>The consents suffice now: a surveyed one gets on, a blocked profile returns to where it was.</summary>
    public void ConsentGiven()
    {
        if (State == MenteeState.Surveyed)
            Become(MenteeState.Consented);
        else if (State == MenteeState.Blocked)
            Become(BlockedIn!.Value);
    }

    /// <summary>The consent is withdrawn. A profile that never had one, or is over, stays as it is.</summary>
    public void ConsentWithdrawn()
    {
        if (State is MenteeState.Identified or MenteeState.Surveyed or MenteeState.Finished or MenteeState.Blocked)
            return;
        var before = State;
        Become(MenteeState.Blocked);
        BlockedIn = before;
    }

    /// <summary>Whether the head's decision is what is missing: for the first time, or again after all pairs are through.</summary>
    public static bool AwaitsAdmission(MenteeState state) => state is MenteeState.Consented or MenteeState.Finished;

    /// <summary>The head takes the mentee into the base; again, when a new year begins for one who was through.</summary>
    public Result Admit(DateOnly today)
    {
        if (!AwaitsAdmission(State))
            return Refused();
        AdmittedOn = today;
        Become(MenteeState.InBase);
        return Result.Ok;
    }

    /// <summary>A pair has been found; one may have several, for different things.</summary>
    public Result Match()
    {
        if (State is not (MenteeState.InBase or MenteeState.Unpaired or MenteeState.Matched or MenteeState.InProgram))
            return Refused();
        OpenPairs++;
        Become(State == MenteeState.InProgram ? MenteeState.InProgram : MenteeState.Matched);
        return Result.Ok;
    }

    /// <summary>Matching has ended without a mentor for this mentee.</summary>
    public Result LeaveUnpaired()
    {
        if (State != MenteeState.InBase)
            return Refused();
        Become(MenteeState.Unpaired);
        return Result.Ok;
    }

    public Result StartProgram()
    {
        if (State is not (MenteeState.Matched or MenteeState.InProgram))
            return Refused();
        Become(MenteeState.InProgram);
        return Result.Ok;
    }

    /// <summary>A pair has come to nothing or ended early; without another one the search goes on.</summary>
    public Result ReturnToBase() => EndPair(MenteeState.InBase);

    /// <summary>A pair has done what it set out to do; with the last one the mentee is through.</summary>
    public Result Finish() => EndPair(MenteeState.Finished);

    private Result EndPair(MenteeState whenLast)
    {
        if (OpenPairs == 0)
            return Refused();
        OpenPairs--;
        if (OpenPairs == 0 && State == MenteeState.Blocked)
            BlockedIn = whenLast;
        else if (OpenPairs == 0)
            State = whenLast;
        Changed();
        return Result.Ok;
    }

    private void Replace(IReadOnlyList<RequestText> texts)
    {
        requests.RemoveAll(r => r.Position >= texts.Count);
        for (var i = 0; i < texts.Count; i++)
        {
            var request = requests.Find(r => r.Position == i);
            if (request is null)
            {
                request = new MenteeRequest { MenteeId = Id, Position = i };
                requests.Add(request);
            }
            request.TopicCode = texts[i].TopicCode;
            request.Text = Given(texts[i].Text);
        }
    }

    private void Become(MenteeState state)
    {
        State = state;
        BlockedIn = null;
        Changed();
    }

    private Error Refused() =>
        State == MenteeState.Blocked
            ? MenteeErrors.Blocked
            : MenteeErrors.WrongState.With("state", EnumText<MenteeState>.Write(State));

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
