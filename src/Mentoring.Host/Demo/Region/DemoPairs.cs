using Mentoring.Platform.Features.Consents;
using Mentoring.Platform.Features.Orders;
using Mentoring.Platform.Features.Pairs;

namespace Mentoring.Host.Demo.Region;

/// <summary>Pairs from the proposal to the order, and their end.</summary>
internal sealed class DemoPairs(DemoSchool school)
{
    private readonly List<Guid> unread = [];
    private DateOnly orderedOn;
    private int addenda;

    public async Task Propose(IReadOnlyList<DemoPair> pairs)
    {
        foreach (var pair in pairs)
        {
            var proposed = await school.ByCurator(
                new ProposePair(
                    pair.Mentor.MentorId!.Value,
                    pair.Mentee.MenteeId!.Value,
                    pair.Form,
                    [pair.Kind],
                    pair.RoleModel
                )
            );
            pair.Id = proposed.Id;
        }
    }

    /// <summary>Both agree, addenda are signed, one order names all pairs that are ready.</summary>
    public async Task Order(IReadOnlyList<DemoPair> pairs, DateOnly today)
    {
        foreach (var pair in pairs)
            await Collect(pair, today);
        var ready = pairs.Where(p => IsOrdered(p.Fate)).ToList();
        foreach (var pair in ready.Where(p => p.Mentor.Employer is null && p.Fate != DemoFate.WaitsForAddendum))
            await school.ByHead(
                new RecordAddendum(pair.Mentor.PersonId, $"{++addenda}/{today:yy}-Н", today) { PairId = pair.Id }
            );
        if (ready.Count > 0)
            await Sign(ready, today);
        var drafted = pairs.Where(p => p.Fate == DemoFate.InDraftOrder).Select(p => p.Id).ToArray();
        if (drafted.Length > 0)
            await school.ByCurator(new DraftPairOrder(drafted));
    }

    /// <summary>The sheets of orders signed before: of the last one before April some signatures are missing still.</summary>
    public async Task Acknowledge(DateOnly today)
    {
        foreach (var id in unread)
        {
            var people = (await school.Ask(new GetOrder(id))).Acknowledgments.Select(a => a.PersonId).ToList();
            var slow = school.Plan.IsLate || orderedOn.Month == 3 ? people.Count / 2 : 0;
            await school.By(
                school.Plan.Clerk,
                new AcknowledgeOrder([.. people.SkipLast(slow)], orderedOn.AddDays(2)) { OrderId = id }
            );
        }
        unread.Clear();
    }

    /// <summary>Closes what has come to its end by now, or what a withdrawn consent stops.</summary>
    public async Task End(DateOnly today)
    {
        foreach (var pair in school.Cast.Pairs.Where(p => p.IsActive && DemoTimeline.LastDay(p) <= today))
        {
            var last = DemoTimeline.LastDay(pair);
            var closing = pair.Fate switch
            {
                DemoFate.Completes => new ClosePair(ClosingGround.Completed, last),
                DemoFate.EndedByMentor => new(
                    ClosingGround.ByMentor,
                    last,
                    Explanation: "Заявление наставника: новая нагрузка со второго полугодия"
                ),
                DemoFate.EndedByMentee => new(ClosingGround.ByMentee, last, Explanation: "Переходит в другую школу"),
                DemoFate.EndedByMutualDecision => new(
                    ClosingGround.Mutual,
                    last,
                    Explanation: "Запрос решён раньше срока, оба предложили завершить работу"
                ),
                DemoFate.EndedByCurator => new(
                    ClosingGround.ByCurator,
                    last,
                    ClosingCause.ImproperMentee,
                    "Четыре встречи подряд не состоялись без уважительной причины"
                ),
                _ => null,
            };
            if (closing is not null)
                await school.ByCurator(
                    closing with
                    {
                        PairId = pair.Id,
                    },
                    (await school.Ask(new GetPair(pair.Id))).Version
                );
            else if (pair.Fate == DemoFate.ConsentWithdrawn)
                await school.ByCurator(
                    new WithdrawConsent(last, "По личному заявлению") { ConsentId = pair.Mentee.ConsentId }
                );
            else
                continue;
            pair.IsActive = false;
        }
    }

    private async Task Collect(DemoPair pair, DateOnly today)
    {
        // Whoever can answer for himself is still thinking about it.
        if (pair.Fate == DemoFate.Proposed && pair.Mentor.Login is not null)
            return;
        var paper = new AgreementPaper(today.AddDays(-school.Roll(4)));
        var version = await Agree(pair, pair.Mentor, paper, 1, today);
        if (pair.Fate == DemoFate.Declined)
            await school.ByCurator(
                new DeclinePair(pair.Mentee.PersonId, "Не совпадает расписание: работает во вторую смену")
                {
                    PairId = pair.Id,
                },
                version
            );
        else if (pair.Fate != DemoFate.Proposed)
            await Agree(pair, pair.Mentee, paper, version, today);
    }

    private async Task<long> Agree(DemoPair pair, DemoPerson member, AgreementPaper paper, long version, DateOnly today)
    {
        var voice = member.Voice(today);
        var agreement = new AgreeToPair(member.PersonId, voice is null ? paper : null) { PairId = pair.Id };
        return (await school.By(voice ?? school.Plan.Curator, agreement, version)).Version;
    }

    private async Task Sign(List<DemoPair> pairs, DateOnly today)
    {
        var order = await school.ByCurator(new DraftPairOrder([.. pairs.Select(p => p.Id)]));
        var signed = await school.ByHead(new SignOrder(today) { OrderId = order.Id }, order.Version);
        foreach (var pair in pairs.Where(p => signed.Activated.Contains(p.Id)))
            pair.IsActive = true;
        unread.Add(order.Id);
        orderedOn = today;
    }

    private static bool IsOrdered(DemoFate fate) =>
        fate is not (DemoFate.Proposed or DemoFate.Declined or DemoFate.AwaitsOrder or DemoFate.InDraftOrder);
}
