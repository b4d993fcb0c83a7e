using Mentoring.Platform.Features.Pairs;

namespace Mentoring.Host.Demo;

/// <summary>Pairs from the proposal to the order.</summary>
internal sealed class DemoPairing(DemoPlace place)
{
    private readonly List<DemoPair> pairs = [];

    /// <summary>Proposed by the curator, agreed to by both: in person where there is an account, else on paper.</summary>
    public void Propose(DemoPair pair)
    {
        pairs.Add(pair);
        place.On(
            pair.ProposedOn,
            async () =>
            {
                var proposed = await place.ByCurator(
                    $"{pair.Step}/proposePair",
                    new ProposePair(
                        pair.Mentor.MentorId,
                        pair.Mentee.MenteeId,
                        pair.Form,
                        pair.Kinds,
                        pair.RoleModel,
                        pair.Topic
                    )
                );
                (pair.Id, pair.Version) = (proposed.Id, proposed.Version);
            }
        );
        var mentorOn = pair.ProposedOn.Later(1 + place.Roll(3));
        pair.AgreedOn = mentorOn.Later(place.Roll(3));
        Agree(pair, pair.Mentor, "mentor", mentorOn);
        if (pair.Fate != DemoFate.JustProposed)
            Agree(pair, pair.Mentee, "mentee", pair.AgreedOn);
    }

    /// <summary>The first pair ends in winter, the second takes over.</summary>
    public void Replace(DemoPair first, DemoPair second)
    {
        first.LastDay = second.ProposedOn.AddDays(-2);
        _ = pairs;
    }

    public void WriteOrders() { _ = pairs; }

    private void Agree(DemoPair pair, DemoParticipant member, string side, DateOnly on) =>
        place.On(
            on,
            async () =>
            {
                var byParent = member.ParentLogin is not null && member.AgeOn(on) < 14;
                var login = byParent ? member.ParentLogin : member.Login;
                var agreed = await place.By(
                    login ?? place.Plan.Curator,
                    $"{pair.Step}/agreeToPair/{side}",
                    new AgreeToPair(member.PersonId, login is null ? new AgreementPaper(on) : null)
                    {
                        PairId = pair.Id,
                    },
                    pair.Version
                );
                pair.Version = agreed.Version;
            }
        );
}
