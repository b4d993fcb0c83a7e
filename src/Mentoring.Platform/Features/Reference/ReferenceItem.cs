using Mentoring.Platform.Platform.Data;

namespace Mentoring.Platform.Features.Reference;

/// <summary>The simple lists: a code and a name, and little beside.</summary>
public enum ReferenceList
{
    Competences,
    RequestTopics,
    MenteeCategories,
    Positions,
    Subjects,
    ActivityDirections,
}

/// <summary>An entry of one of the simple lists.</summary>
public sealed class ReferenceItem : IDownward
{
    public Guid TenantId { get; internal set; }
    public required ReferenceList List { get; init; }
    public required string Code { get; init; }
    public required string Name { get; set; }

    /// <summary>What the list knows beside the name.</summary>
    public ReferenceData Data { get; set; } = new();
    public required int Sort { get; set; }
    public bool IsActive { get; set; } = true;
}

/// <summary>Extra facts of an entry; each list uses its own.</summary>
/// <param name="Audience">Of a request topic: whose request it is.</param>
/// <param name="Minor">Of a category of mentees: they are schoolchildren, mostly under age.</param>
public sealed record ReferenceData(RequestAudience? Audience = null, bool? Minor = null);

/// <summary>Whose requests a topic is for.</summary>
public enum RequestAudience
{
    Educators,
    Students,
}
