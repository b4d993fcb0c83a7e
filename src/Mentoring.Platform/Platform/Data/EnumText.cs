using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Mentoring.Platform.Platform.Data;

/// <summary>An enumeration stored as its camelCase name: the same word in the table and on the wire.</summary>
public sealed class EnumText<T>() : ValueConverter<T, string>(value => Write(value), text => Enum.Parse<T>(text, true))
    where T : struct, Enum
{
    public static string Write(T value)
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
