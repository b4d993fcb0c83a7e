using System.Text.Json;
using Mentoring.Platform.Platform.Data;

namespace Mentoring.Platform.Features.Pairs;

/// <summary>A pair has ended; whoever builds on it ends what is his. The payload of a work item.</summary>
/// <param name="Ground">A <see cref="ClosingGround"/> in camelCase.</param>
/// <param name="Cause">A <see cref="ClosingCause"/> in camelCase.</param>
public sealed record PairClosed(Guid PairId, string Ground, string? Cause, DateOnly ClosedOn)
{
    /// <summary>The kind of the work item; its key is the pair's id.</summary>
    public const string Kind = "pair.closed";

    public ClosingGround GroundValue => Enum.Parse<ClosingGround>(Ground, ignoreCase: true);

    public static PairClosed Of(MentoringTeam team) =>
        new(
            team.Id,
            EnumText<ClosingGround>.Write(team.ClosingGround!.Value),
            team.ClosingCause is { } cause ? EnumText<ClosingCause>.Write(cause) : null,
            team.ClosedOn!.Value
        );

    public static PairClosed Read(string payload) =>
        JsonSerializer.Deserialize<PairClosed>(payload, JsonSerializerOptions.Web)!;
}
