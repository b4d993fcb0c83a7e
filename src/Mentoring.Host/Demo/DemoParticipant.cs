using Mentoring.Platform.Features.People;

namespace Mentoring.Host.Demo;

/// <summary>What became of somebody's consent to the processing of personal data.</summary>
internal enum DemoPaper
{
    ForTheYear,

    /// <summary>Nobody has brought it yet.</summary>
    Forgotten,
    EndsSoon,
    Ended,
    Withdrawn,
}

/// <summary>Somebody of the history, with the ids that the product has given him once he is entered.</summary>
/// <param name="step">Begins the names of his steps.</param>
internal sealed class DemoParticipant(string step, PersonDetails person)
{
    public string Step => step;

    public PersonDetails Person => person;

    /// <summary>Of a minor.</summary>
    public PersonDetails? Parent { get; init; }

    /// <summary>Of the account, where he gets one.</summary>
    public string? Login { get; init; }
    public string? ParentLogin { get; init; }

    /// <summary>As papers call it: a post, or «обучающийся 10А класса».</summary>
    public required string Position { get; init; }
    public DemoPost? Post { get; init; }
    public string? SchoolClass { get; init; }

    /// <summary>Of a mentor from outside.</summary>
    public string? Employer { get; init; }
    public int Capacity { get; init; } = 1;
    public DemoPaper Paper { get; init; }

    /// <summary>The consent is there, the head's decision is not.</summary>
    public bool WaitsForHead { get; init; }

    /// <summary>Last day on which the consent suffices.</summary>
    public DateOnly ConsentedUntil { get; set; } = new(2026, 8, 31);

    /// <summary>In the bank or base from this day on; null while he is not.</summary>
    public DateOnly? AdmittedOn { get; set; }

    public Guid PersonId { get; set; }
    public Guid MentorId { get; set; }
    public Guid MenteeId { get; set; }
    public Guid ConsentId { get; set; }
    public Guid? ParentId { get; set; }

    public bool IsEmployee => Employer is null;

    public int AgeOn(DateOnly day) => Age.On(person.BirthDate, day);
}
