using Mentoring.Platform.Platform.Requests;

namespace Mentoring.Host.Demo.Region;

/// <summary>An organization in the history: its people, its pairs, and those who act for it.</summary>
internal sealed class DemoSchool
{
    private readonly DemoActors actors;
    private readonly DemoBank bank;
    private readonly DemoPairs pairs;
    private readonly DemoPrograms programs;

    public DemoSchool(DemoPlan plan, DemoNames names, DemoActors actors)
    {
        (Plan, this.actors) = (plan, actors);
        Organization = DemoRegion.Organizations.Single(o => o.Tenant.Id == DemoRegion.Org(plan.Number));
        Cast = new DemoCasting(plan, Organization, names);
        Dice = new Random(7919 * plan.Number);
        bank = new DemoBank(this, actors);
        pairs = new DemoPairs(this);
        programs = new DemoPrograms(this);
    }

    public DemoPlan Plan { get; }

    public DemoOrganization Organization { get; }

    public DemoCasting Cast { get; }

    /// <summary>Deeds of one organization follow each other, so it falls the same each time.</summary>
    public Random Dice { get; }

    public async Task Play(DemoScene scene)
    {
        await bank.Renew(scene.Day);
        await programs.GoOn(scene.Day);
        await pairs.End(scene.Day);
        var found = Cast.Pairs.Where(p => p.Wave == scene.Wave).ToList();
        switch (scene.Deed)
        {
            case DemoDeed.FillBank:
                await bank.Fill(found, scene);
                break;
            case DemoDeed.Propose:
                await pairs.Propose(found);
                break;
            case DemoDeed.Order:
                await pairs.Order(found, scene.Day);
                break;
            case DemoDeed.WritePrograms:
                await pairs.Acknowledge(scene.Day);
                await programs.Write(found, scene.Day);
                break;
        }
    }

    public Task<T> ByCurator<T>(ICommand<T> command, long? version = null) => By(Plan.Curator, command, version);

    public Task<T> ByHead<T>(ICommand<T> command, long? version = null) => By(Plan.Head, command, version);

    public Task<T> By<T>(string login, ICommand<T> command, long? version = null) =>
        actors.Send(login, Organization.Tenant.Id, command, version);

    /// <summary>Reads as the curator.</summary>
    public Task<T> Ask<T>(IQuery<T> query) => actors.Send(Plan.Curator, Organization.Tenant.Id, query);

    /// <summary>A number from 0, less than that.</summary>
    public int Roll(int upTo) => Dice.Next(upTo);
}
