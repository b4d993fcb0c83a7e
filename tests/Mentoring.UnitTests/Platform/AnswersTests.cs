using System.Text.Json;
using System.Text.Json.Serialization;
using Mentoring.Platform.Platform.Pipeline;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;

namespace Mentoring.UnitTests.Platform;

/// <summary>What an idempotency key remembers: the whole request, and the answer without its secret.</summary>
public sealed class AnswersTests
{
    [Fact]
    public void The_same_body_for_another_thing_is_another_request()
    {
        var one = Write(new Rename("Ель") { Id = new Guid("00000000-0000-7000-8000-000000000001") });
        var other = Write(new Rename("Ель") { Id = new Guid("00000000-0000-7000-8000-000000000002") });

        one.ShouldNotBe(other);
    }

    [Fact]
    public void Another_body_for_the_same_thing_is_another_request() =>
        Write(new Rename("Ель")).ShouldNotBe(Write(new Rename("Сосна")));

    [Fact]
    public void An_answer_comes_back_as_it_was_but_for_its_secret()
    {
        Result<Code> outcome = new Code("a1", "secret");

        var again = Answers.Read<Result<Code>>(Answers.Write(outcome));

        again.Value.ShouldBe(new Code("a1", null));
    }

    private static string Write(Rename request) => JsonSerializer.Serialize(request, Answers.Hashing);

    private sealed record Rename(string Name)
    {
        [JsonIgnore]
        public Guid Id { get; init; }
    }

    private sealed record Code(string Id, string? Secret) : IHasSecret<Code>
    {
        public Code WithoutSecret() => this with { Secret = null };
    }
}
