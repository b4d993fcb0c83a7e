using System.Text.Json;
using MediatR;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Http;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Reference;

/// <summary>The settings that hold here, with where each comes from.</summary>
[RequirePermission(ReferencePermissions.View)]
public sealed record GetSettings : IQuery<SettingList>;

public sealed record SettingList(IReadOnlyList<SettingEntry> Items);

/// <param name="Value">A number, or one of <paramref name="Words"/>.</param>
/// <param name="Source">Whose word counts: this organization's, an office's above it, or nobody has said anything.</param>
/// <param name="Words">Possible words; empty for a number.</param>
/// <param name="Version">Of the organization's own value, for If-Match; 0 while there is none.</param>
public sealed record SettingEntry(
    string Key,
    JsonElement Value,
    SettingSource Source,
    IReadOnlyList<string> Words,
    int Lowest,
    int Highest,
    long Version,
    IReadOnlyList<string> Allowed
);

public enum SettingSource
{
    Default,
    Inherited,
    Own,
}

internal static class GetSettingsEndpoint
{
    public static void MapGetSettings(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/settings", (Dispatcher send) => send.Ok(new GetSettings()))
            .Describes<GetSettings, SettingList>("Shows the settings that hold here");
}

internal sealed class GetSettingsHandler(MentoringDbContext db, RequestScope scope)
    : IRequestHandler<GetSettings, Result<SettingList>>
{
    public async Task<Result<SettingList>> Handle(GetSettings request, CancellationToken cancellationToken)
    {
        var rows = await db.Set<Setting>().AsNoTracking().ToListAsync(cancellationToken);
        var nearest = rows.Nearest(db.Lineage, s => s.Key).ToDictionary(s => s.Key, StringComparer.Ordinal);
        return new SettingList([.. SettingCatalog.All.Select(d => Entry(d, nearest.GetValueOrDefault(d.Key)))]);
    }

    private SettingEntry Entry(SettingDefinition definition, Setting? setting)
    {
        var own = setting?.TenantId == db.TenantId;
        return new SettingEntry(
            definition.Key,
            JsonElement.Parse(setting?.Value ?? definition.Default),
            setting is null ? SettingSource.Default
                : own ? SettingSource.Own
                : SettingSource.Inherited,
            definition.Words,
            definition.Lowest,
            definition.Highest,
            own ? setting!.Version : 0,
            SettingAccess.Allowed(scope.Actor, definition)
        );
    }
}
