using System.Text.Json;
using System.Text.Json.Serialization;
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

/// <summary>Sets a value for one's own organization. If-Match: the entry's version, 0 while it has no value of its own.</summary>
/// <param name="Value">A number, or one of the setting's words.</param>
[RequirePermission(ReferencePermissions.ChangeSetting)]
[RequireIfMatch]
public sealed record ChangeSetting(JsonElement Value) : ICommand<SettingChanged>
{
    [JsonIgnore]
    public string Key { get; init; } = "";
}

public sealed record SettingChanged(string Key, JsonElement Value, long Version) : IVersioned;

internal static class ChangeSettingEndpoint
{
    public static void MapChangeSetting(this IEndpointRouteBuilder routes) =>
        routes
            .MapPut(
                "/settings/{key}",
                (string key, ChangeSetting body, Dispatcher send) => send.Ok(body with { Key = key })
            )
            .Describes<ChangeSetting, SettingChanged>(
                "Sets a value for one's own organization",
                ReferenceErrors.SettingValue,
                ReferenceErrors.TermBounds
            )
            .WithExample(new { value = 45 });
}

internal sealed class ChangeSettingHandler(MentoringDbContext db, RequestScope scope)
    : IRequestHandler<ChangeSetting, Result<SettingChanged>>
{
    public async Task<Result<SettingChanged>> Handle(ChangeSetting request, CancellationToken cancellationToken)
    {
        var definition = SettingCatalog.All.FirstOrDefault(d => d.Key == request.Key);
        if (definition is null)
            return CommonErrors.NotFound;
        if (!SettingAccess.CanChange(scope.Actor, definition))
            return CommonErrors.Forbidden;
        if (!definition.Allows(request.Value))
            return ReferenceErrors.SettingValue.At("/value");
        var json = request.Value.GetRawText();

        var tenant = db.TenantId;
        var rows = await db.Set<Setting>().ToListAsync(cancellationToken);
        var setting = rows.Find(s => s.TenantId == tenant && s.Key == definition.Key);
        if (scope.CheckVersion(setting?.Version ?? 0) is { Error: { } stale })
            return stale;

        if (!KeepsOrder(rows, definition.Key, json))
            return ReferenceErrors.TermBounds;
        if (setting is null)
            db.Add(setting = Setting.Of(definition.Key, json));
        else
            setting.Change(json);
        return new SettingChanged(setting.Key, request.Value, setting.Version);
    }

    /// <summary>The shortest term stays below the longest, whoever has set which.</summary>
    private bool KeepsOrder(IEnumerable<Setting> rows, string key, string json)
    {
        var tenant = db.TenantId;
        List<SettingRow> after =
        [
            new(tenant, key, json),
            .. rows.Select(s => new SettingRow(s.TenantId, s.Key, s.Value)),
        ];
        var values = SettingValues.Of(after, db.Lineage);
        return values.ProgramMinMonths <= values.ProgramMaxMonths;
    }
}
