namespace Mentoring.Host.Demo;

/// <summary>What happens on which day of the school year, organization by organization.</summary>
internal sealed class DemoAgenda
{
    private readonly List<Entry> entries = [];

    private sealed record Entry(int Organization, DateOnly Day, Func<Task> Act);

    public int Count => entries.Count;

    /// <summary>What is put down first for a day of an organization happens first.</summary>
    public void On(int organization, DateOnly day, Func<Task> act) => entries.Add(new Entry(organization, day, act));

    /// <summary>
    /// Day after day. Organizations know nothing of each other, so on one day they act side by side; the calendar is
    /// one for all and turns when everybody is done.
    /// </summary>
    /// <param name="turnTo">Sets the calendar.</param>
    /// <param name="endMonth">Called on the last day of each month that has passed.</param>
    public async Task Play(Action<DateOnly> turnTo, Func<Task> endMonth, CancellationToken ct)
    {
        DateOnly? before = null;
        foreach (var day in entries.GroupBy(e => e.Day).OrderBy(g => g.Key))
        {
            if (before is { } last && last.Month != day.Key.Month)
            {
                turnTo(new DateOnly(last.Year, last.Month, DateTime.DaysInMonth(last.Year, last.Month)));
                await endMonth();
            }
            turnTo(day.Key);
            await Parallel.ForEachAsync(
                day.GroupBy(e => e.Organization),
                new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = ct },
                async (organization, _) =>
                {
                    foreach (var entry in organization)
                        await entry.Act();
                }
            );
            before = day.Key;
        }
    }
}
