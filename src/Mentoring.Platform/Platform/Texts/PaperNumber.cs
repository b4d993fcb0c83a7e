using System.Text.RegularExpressions;
using FluentValidation;

namespace Mentoring.Platform.Platform.Texts;

/// <summary>The number of a paper: «12», «202/1», «14-од». The sign «№» stands before it on the paper and is no part of it.</summary>
public static partial class PaperNumber
{
    /// <summary>The number without its sign, without blanks around what divides it, with hyphens for dashes.</summary>
    public static string Of(string typed) =>
        Divided().Replace(Sign().Replace(LookAlikes.WithHyphens(typed).Trim(), ""), "$1");

    /// <summary>Two numbers with the same key look the same.</summary>
    public static string Key(string number) => LookAlikes.InCyrillic(number.ToUpperInvariant());

    /// <summary>Letters and digits, divided by «/», «-» or «.».</summary>
    public static IRuleBuilderOptions<T, string?> IsPaperNumber<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(number => string.IsNullOrEmpty(number) || Form().IsMatch(number))
            .WithMessage("A number has letters and digits, divided by «/», «-» or «.».");

    [GeneratedRegex(@"^(?:№|N[o°]?[.\s]|N(?=\d))+\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Sign();

    [GeneratedRegex(@"\s*([/.-])\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Divided();

    [GeneratedRegex(@"^[\p{L}\d]+(?:[/.-]+[\p{L}\d]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
