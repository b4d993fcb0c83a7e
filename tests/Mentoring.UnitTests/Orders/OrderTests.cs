using Mentoring.Platform.Features.Orders;
using Mentoring.Platform.Platform.Results;

namespace Mentoring.UnitTests.Orders;

public sealed class OrderTests
{
    private static readonly DateOnly Day = new(2026, 4, 20);
    private static readonly DateOnly Later = Day.AddDays(10);
    private static readonly Guid Mentor = Guid.CreateVersion7();
    private static readonly Guid Mentee = Guid.CreateVersion7();
    private static readonly Guid Document = Guid.CreateVersion7();

    private static readonly OrderText Text = new(
        "О закреплении наставнической пары",
        "В целях поддержки молодых педагогов",
        [new OrderClause("Закрепить наставническую пару.", [])],
        "Контроль за исполнением приказа оставляю за собой.",
        new OrderSignatory("Директор", "Г.С. Яровая")
    );

    private static readonly Dictionary<string, Func<Order, Result>> Transitions = new()
    {
        ["edit"] = o => o.Edit(Text with { Heading = "О закреплении пары" }),
        ["sign"] = o => o.Sign("12", Later, null, Document, Later),
        ["takeEffect"] = o => o.TakeEffect(Later),
        ["acknowledgeOne"] = o => o.Acknowledge([Mentor], Later, Later),
        ["acknowledgeAll"] = o => o.Acknowledge([Mentor, Mentee], Later, Later),
        ["cancel"] = o => o.Cancel(),
        ["revoke"] = o => o.Revoke(Later, "Ошибка в фамилии", Later),
    };

    private static readonly Dictionary<(OrderState, string), OrderState> Allowed = new()
    {
        [(OrderState.Draft, "edit")] = OrderState.Draft,
        [(OrderState.Draft, "sign")] = OrderState.Signed,
        [(OrderState.Draft, "cancel")] = OrderState.Cancelled,
        [(OrderState.Signed, "takeEffect")] = OrderState.InForce,
        [(OrderState.InForce, "acknowledgeOne")] = OrderState.InForce,
        [(OrderState.InForce, "acknowledgeAll")] = OrderState.Acknowledged,
        [(OrderState.InForce, "revoke")] = OrderState.Revoked,
        // Repeating an acknowledgment is no mistake and changes nothing.
        [(OrderState.Acknowledged, "acknowledgeOne")] = OrderState.Acknowledged,
        [(OrderState.Acknowledged, "acknowledgeAll")] = OrderState.Acknowledged,
        [(OrderState.Acknowledged, "revoke")] = OrderState.Revoked,
    };

    public static TheoryData<OrderState, string> Cells()
    {
        var cells = new TheoryData<OrderState, string>();
        foreach (var state in Enum.GetValues<OrderState>())
        foreach (var transition in Transitions.Keys)
            cells.Add(state, transition);
        return cells;
    }

    [Theory, MemberData(nameof(Cells)), Trait("covers", "S0-31"), Trait("covers", "C-25")]
    public void Each_state_allows_its_transitions_and_refuses_the_others(OrderState state, string transition)
    {
        var order = In(state);
        var before = order.Version;
        order.Saved();

        var result = Transitions[transition](order);

        if (Allowed.TryGetValue((state, transition), out var next))
        {
            result.Error.ShouldBeNull();
            order.State.ShouldBe(next);
            order.Version.ShouldBe(state == OrderState.Acknowledged && next == state ? before : before + 1);
        }
        else
        {
            result.Error.ShouldNotBeNull();
            result.Error.Code.ShouldBe("order.wrong_state");
            order.State.ShouldBe(state);
            order.Version.ShouldBe(before);
        }
    }

    [Fact]
    public void An_order_names_at_least_one_pair() =>
        Order.DraftPairAssignment(Text, [], [], Day).Error.ShouldBe(OrderErrors.NoPairs);

    [Fact, Trait("covers", "S0-1"), Trait("covers", "C-25")]
    public void Signing_gives_number_date_and_sealed_document()
    {
        var order = In(OrderState.Draft);

        order.Sign("202/1", Later, Later, Document, Later).Error.ShouldBeNull();

        (order.Number, order.NumberYear, order.SignedOn, order.DocumentId).ShouldBe(("202/1", 2026, Later, Document));
    }

    [Theory]
    [InlineData(11, null, "order.date_in_future")]
    [InlineData(-1, null, "order.signed_before_draft")]
    [InlineData(5, 6, "order.date_before_last")]
    [InlineData(6, 6, null)]
    [InlineData(5, null, null)]
    public void The_date_of_signing_is_sane(int after, int? lastAfter, string? error)
    {
        var order = In(OrderState.Draft);
        var last = lastAfter is { } days ? Day.AddDays(days) : (DateOnly?)null;

        order.Sign("12", Day.AddDays(after), last, Document, Later).Error?.Code.ShouldBe(error);

        order.State.ShouldBe(error is null ? OrderState.Signed : OrderState.Draft);
    }

    [Fact]
    public void An_order_takes_no_effect_before_its_date()
    {
        var order = In(OrderState.Signed);

        order.TakeEffect(order.SignedOn!.Value.AddDays(-1)).Error.ShouldBe(OrderErrors.DateInFuture);
        order.State.ShouldBe(OrderState.Signed);
    }

    [Fact, Trait("covers", "S0-7")]
    public void Acknowledgments_are_counted_and_each_keeps_its_first_date()
    {
        var order = In(OrderState.InForce);

        order.Acknowledge([Mentor], Day, Later).Error.ShouldBeNull();
        order.Acknowledge([Mentor, Mentee], Later, Later).Error.ShouldBeNull();

        order.Acknowledgments.Select(a => a.AcknowledgedOn).ShouldBe([Day, Later]);
        order.State.ShouldBe(OrderState.Acknowledged);
    }

    [Fact]
    public void Nobody_acknowledges_who_is_not_named_and_then_nobody_else_does_either()
    {
        var order = In(OrderState.InForce);

        order.Acknowledge([Mentor, Guid.CreateVersion7()], Later, Later).Error.ShouldBe(OrderErrors.NotNamed);

        order.Acknowledgments.ShouldAllBe(a => a.AcknowledgedOn == null);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(11)]
    public void Acknowledgments_and_a_revocation_are_dated_between_the_order_and_today(int after)
    {
        var order = In(OrderState.InForce);

        order.Acknowledge([Mentor], Day.AddDays(after), Later).Error.ShouldBe(OrderErrors.AcknowledgedOutOfOrder);
        order.Revoke(Day.AddDays(after), "Ошибка", Later).Error.ShouldBe(OrderErrors.RevokedOutOfOrder);
    }

    [Theory]
    [InlineData(OrderState.Draft, true)]
    [InlineData(OrderState.InForce, true)]
    [InlineData(OrderState.Acknowledged, true)]
    [InlineData(OrderState.Cancelled, false)]
    [InlineData(OrderState.Revoked, false)]
    public void A_pair_is_held_while_the_order_lives(OrderState state, bool held) =>
        In(state).Pairs.ShouldAllBe(p => p.IsLive == held);

    private static Order In(OrderState state)
    {
        var order = Order
            .DraftPairAssignment(
                Text,
                [
                    new OrderedPair
                    {
                        PairId = Guid.CreateVersion7(),
                        Ordinal = 1,
                        MentorName = "Звонарёва Т.К.",
                        MentorPosition = "учитель математики",
                        MenteeName = "Нестругин М.И.",
                        MenteePosition = "учитель физики",
                        FormName = "учитель – учитель",
                    },
                ],
                [Row(1, Mentor), Row(2, Mentee)],
                Day
            )
            .Value;
        if (state == OrderState.Cancelled)
            order.Cancel().Error.ShouldBeNull();
        else if (state != OrderState.Draft)
            order.Sign("11", Day, null, Document, Later).Error.ShouldBeNull();
        if (state is OrderState.InForce or OrderState.Acknowledged or OrderState.Revoked)
            order.TakeEffect(Later).Error.ShouldBeNull();
        if (state == OrderState.Acknowledged)
            order.Acknowledge([Mentor, Mentee], Day, Later).Error.ShouldBeNull();
        if (state == OrderState.Revoked)
            order.Revoke(Day, "Ошибка", Later).Error.ShouldBeNull();
        order.State.ShouldBe(state);
        return order;
    }

    private static OrderAcknowledgment Row(int ordinal, Guid person) =>
        new()
        {
            PersonId = person,
            Ordinal = ordinal,
            Name = $"Участник {ordinal}",
            Position = "учитель",
        };
}
