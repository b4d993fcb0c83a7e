using Mentoring.Platform.Features.People;

namespace Mentoring.Host.Demo.Region;

/// <summary>Somebody who takes part, with the ids that the product has given him once he is entered.</summary>
internal sealed class DemoPerson(PersonDetails details, DemoPost post)
{
    public PersonDetails Details => details;

    public DemoPost Post => post;

    /// <summary>Of a minor.</summary>
    public PersonDetails? Parent { get; init; }
    public string? SchoolClass { get; init; }

    /// <summary>Of a mentor who is no employee.</summary>
    public string? Employer { get; init; }

    /// <summary>Of the account, where there is one.</summary>
    public string? Login { get; init; }
    public string? ParentLogin { get; init; }

    /// <summary>Last day of the consent that is signed in the school year 2025/2026.</summary>
    public DateOnly ConsentEnds { get; init; } = new(2026, 8, 31);

    public int Capacity { get; set; } = 1;
    public Guid PersonId { get; set; }
    public Guid? ParentId { get; set; }
    public Guid? MentorId { get; set; }
    public Guid? MenteeId { get; set; }
    public Guid ConsentId { get; set; }
    public DateOnly? ConsentedUntil { get; set; }

    /// <summary>Who speaks for him by an account of the demonstration; null where he signs on paper.</summary>
    public string? Voice(DateOnly on) => Age.On(details.BirthDate, on) < Age.OfOwnSignature ? ParentLogin : Login;
}
