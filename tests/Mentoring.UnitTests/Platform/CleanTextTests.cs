using Mentoring.Platform.Platform.Texts;

namespace Mentoring.UnitTests.Platform;

/// <summary>What the gate makes of typed and pasted text.</summary>
public sealed class CleanTextTests
{
    [Theory]
    [InlineData("\u200b")]
    [InlineData(" \u00a0\u2003\u00ad\ufeff\u2060 ")]
    [InlineData("\u3164\u115f\u2800\ufe0f\u034f")]
    [InlineData("\u202e\u2066\u200f")]
    [InlineData("\ufffe\uffff\ufdd0")]
    [InlineData("\0\u0007\u001f")]
    public void What_cannot_be_seen_is_nothing(string text) => CleanText.Of(text).ShouldBe("");

    [Theory]
    [InlineData("Пробный\u200b", "Пробный")]
    [InlineData("Про\u00adбный", "Пробный")]
    [InlineData("\u202eПробный\u202c", "Пробный")]
    [InlineData("Анна\u00a0\u00a0 Мария", "Анна Мария")]
    [InlineData("Але\u0308хин", "Ал\u0451хин")]
    [InlineData("Назначить:\vИванову А.А.\f и других", "Назначить:\nИванову А.А.\nи других")]
    [InlineData("одна \r\n\t вторая\u2028третья\r", "одна\nвторая\nтретья")]
    [InlineData("по\u001fурочный план\u001eграфик", "поурочный план-график")]
    [InlineData("абзац\n\nследующий", "абзац\n\nследующий")]
    [InlineData("می\u200cخواهم", "می\u200cخواهم")]
    [InlineData("А\u200dБ", "АБ")]
    [InlineData("отлично 👍", "отлично 👍")]
    public void A_text_is_what_it_looks_like(string text, string clean)
    {
        CleanText.Of(text).ShouldBe(clean);
        CleanText.Of(clean).ShouldBe(clean);
    }

    [Fact]
    public void Half_a_pair_is_no_text()
    {
        CleanText.IsWhole("а" + (char)0xD800).ShouldBeFalse();
        CleanText.IsWhole((char)0xDC00 + "б").ShouldBeFalse();
        CleanText.IsWhole("👍").ShouldBeTrue();
    }
}
