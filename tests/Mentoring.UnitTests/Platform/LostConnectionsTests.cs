using System.Data;
using System.Runtime.CompilerServices;
using Mentoring.Platform.Platform.Data;
using Npgsql;

namespace Mentoring.UnitTests.Platform
{
    public sealed class LostConnectionsTests
    {
        public static readonly TheoryData<Exception, bool> Exceptions = new()
        {
            { Refusal("26000"), true },
            { new InvalidOperationException("A save failed.", Refusal("42P05")), true },
            { Should.Throw<InvalidCastException>(Npgsql.Internal.ForeignColumn.Read), true },
            { new ForeignAnswerException(), true },
            { Refusal("23505"), false },
            { Refusal("57014"), false },
            { new NpgsqlException("The connection is broken.", new TimeoutException()), false },
            { new OperationCanceledException(), false },
            { Should.Throw<InvalidCastException>(() => (int)(object)""), false },
        };

        [Theory]
        [MemberData(nameof(Exceptions), DisableDiscoveryEnumeration = true)]
        public void A_connection_that_has_lost_its_thread_is_told_from_a_refusal(Exception failure, bool isLost) =>
            LostConnections.IsMeantBy(failure).ShouldBe(isLost);

        [Fact]
        public async Task The_answer_to_an_earlier_question_is_not_taken()
        {
            var (earlier, question) = (Asked(out var before), Asked(out var number));
            number.ShouldNotBe(before);

            await Should.ThrowAsync<ForeignAnswerException>(() => question.Expect(Answer(before), default));
            await Should.ThrowAsync<ForeignAnswerException>(() => question.Expect(Answer(), default));
            await Should.ThrowAsync<ForeignAnswerException>(() => question.Expect(Answer("a name"), default));
            using var rows = Answer(number);
            await question.Expect(rows, default);
            rows.Read().ShouldBeFalse("what comes next is the answer to what comes next");
            await earlier.Expect(Answer(before), default);
        }

        private static TenantQuestion Asked(out long number)
        {
            var question = new TenantQuestion(Guid.NewGuid());
            using var batch = new NpgsqlBatch();
            question.Lead(batch);
            number = (long)batch.BatchCommands[0].Parameters[1].Value!;
            return question;
        }

        private static DataTableReader Answer(params object[] numbers)
        {
            using var table = new DataTable();
            table.Columns.Add("set_config", typeof(string));
            table.Columns.Add("number", typeof(object));
            foreach (var number in numbers)
                table.Rows.Add("a tenant", number);
            return table.CreateDataReader();
        }

        private static PostgresException Refusal(string state) => new("Refused.", "ERROR", "ERROR", state);
    }
}

namespace Npgsql.Internal
{
    /// <summary>Fails where the driver fails when a column is of another kind than was asked for.</summary>
    internal static class ForeignColumn
    {
        [MethodImpl(MethodImplOptions.NoInlining)]
        public static void Read() => throw new InvalidCastException();
    }
}
