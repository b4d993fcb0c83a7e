namespace Mentoring.Host.Demo;

/// <summary>Puts the whole year together: planned at once, played day by day.</summary>
internal sealed class DemoScript
{
    private readonly DemoCasting casting = new(DemoNamed.All);

    public DemoScript(DemoStage stage, DemoActors actors, IServiceProvider services)
    {
        var accounts = new DemoAccounts(services, actors);
        foreach (var plan in DemoPlan.All)
            Write(new DemoPlace(plan, stage, actors, Agenda), accounts);
    }

    public DemoAgenda Agenda { get; } = new();

    private void Write(DemoPlace place, DemoAccounts accounts)
    {
        var bank = new DemoBank(place, accounts);
        var company = new DemoCompany(place, casting, bank);
        company.Enter();
        new DemoMatches(place, company, bank).Write();
        if (place.Plan.Number is 1 or 2 or 6)
        {
            company.EnterNewcomer(1);
            company.EnterNewcomer(2);
        }
    }
}
