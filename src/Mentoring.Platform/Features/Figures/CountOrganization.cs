using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Time;
using Mentoring.Platform.Platform.Work;

namespace Mentoring.Platform.Features.Figures;

/// <summary>Counts an organization anew from its own tables.</summary>
public sealed class CountOrganization(
    RollUps rollUps,
    OrganizationFacts facts,
    RequestScope scope,
    SchoolCalendar calendar
)
{
    public async Task Run(CancellationToken ct)
    {
        await rollUps.Lock(ct);
        var today = calendar.Today(scope.Tenant);
        var year = SchoolYear.Of(today);
        var counts = OrganizationCount.Of(await facts.Read(year, today, ct), year, today);
        await rollUps.Write(counts, year.StartYear, ct);
    }
}

/// <summary>Something has changed there.</summary>
internal sealed class CountChangedOrganization(CountOrganization count) : IWorkHandler
{
    public string Kind => WorkItem.OrganizationChanged;

    public Task Handle(string key, string payload, CancellationToken cancellationToken) => count.Run(cancellationToken);
}
