using Mentoring.Platform.Features.ApiKeys;

namespace Mentoring.UnitTests.ApiKeys;

public sealed class KeyTextTests
{
    private const string Letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    [Fact]
    public void A_new_key_is_well_formed_and_begins_with_what_lists_show()
    {
        var key = KeyText.New();

        KeyText.IsWellFormed(key).ShouldBeTrue();
        key.ShouldMatch("^mp_[0-9A-Za-z]{8}_[0-9A-Za-z]{32}$");
        key.ShouldStartWith(KeyText.PrefixOf(key) + "_");
        KeyText.Hash(key).Length.ShouldBe(32);
        KeyText.New().ShouldNotBe(key);
    }

    [Fact]
    public void Every_single_wrong_letter_shows()
    {
        var key = KeyText.New();
        var tried = 0;
        for (var i = 0; i < key.Length; i++)
        {
            foreach (var letter in Letters.Where(l => l != key[i]))
            {
                KeyText.IsWellFormed(key[..i] + letter + key[(i + 1)..]).ShouldBeFalse($"{i} {letter}");
                tried++;
            }
        }
        tried.ShouldBeGreaterThan(2600);
    }

    [Fact]
    public void Two_neighbours_that_changed_places_show()
    {
        var key = KeyText.New();
        var swaps = Enumerable.Range(0, key.Length - 1).Where(i => key[i] != key[i + 1]).ToList();
        swaps.Count.ShouldBeGreaterThan(20);

        foreach (var i in swaps)
            KeyText.IsWellFormed(key[..i] + key[i + 1] + key[i] + key[(i + 2)..]).ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("mp_")]
    [InlineData("mp_4kX7q2Md")]
    [InlineData("mp_4kX7q2Md_00000000000000000000000000000000")]
    public void What_is_no_key_is_not_one(string text) => KeyText.IsWellFormed(text).ShouldBeFalse();

    [Fact]
    public void A_key_with_something_around_it_is_not_one()
    {
        var key = KeyText.New();

        foreach (var text in new[] { key + "\n", " " + key, key + "0", key[..^1] })
            KeyText.IsWellFormed(text).ShouldBeFalse();
    }
}
