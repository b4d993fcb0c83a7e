using Mentoring.Platform.Platform.Requests;

namespace Mentoring.Host.Demo;

/// <summary>An organization of the history: its people act here, on its days.</summary>
internal sealed class DemoPlace(DemoPlan plan, DemoStage stage, DemoActors actors, DemoAgenda agenda)
{
    private readonly Random dice = new(7919 * plan.Number);

    public DemoPlan Plan => plan;

    public Guid Id { get; } = DemoRegion.Org(plan.Number);

    public DemoOrganization Organization { get; } =
        DemoRegion.Organizations.Single(o => o.Tenant.Id == DemoRegion.Org(plan.Number));

    public CancellationToken Stop => stage.Stop;

    /// <summary>Chance is used while the year is planned, never while it is played: so it falls the same each time.</summary>
    public int Roll(int upTo) => dice.Next(upTo);

    public bool Chance(int ofHundred) => dice.Next(100) < ofHundred;

    public T Pick<T>(IReadOnlyList<T> of) => of[dice.Next(of.Count)];

    /// <summary>A day of the plan, as late as things are here.</summary>
    public DateOnly Day(int month, int day, int spread = 0) =>
        DemoDays.Of(month, day).Later(plan.Lag + (spread > 0 ? dice.Next(spread) : 0));

    /// <summary>What lies after the demonstration's first day has not happened.</summary>
    public void On(DateOnly day, Func<Task> act)
    {
        if (day <= DemoDays.Today)
            agenda.On(plan.Number, day, act);
    }

    public Task<T> ByCurator<T>(string step, ICommand<T> command, long? version = null) =>
        By(plan.Curator, step, command, version);

    public Task<T> ByHead<T>(string step, ICommand<T> command, long? version = null) =>
        By(plan.Head, step, command, version);

    public async Task<T> By<T>(string login, string step, ICommand<T> command, long? version = null) =>
        await stage.Do($"{plan.Name}/{step}", await actors.Find(login, Id, stage.Stop), command, version);

    /// <summary>Reads as the curator does.</summary>
    public async Task<T> Ask<T>(string step, IQuery<T> query) =>
        await stage.Ask($"{plan.Name}/{step}", await actors.Find(plan.Curator, Id, stage.Stop), query);
}
