using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Mentoring.Benchmarks;

/// <summary>
/// Names of the generated things, the same in SQL and here. Ids grow with the organization, as those of the product
/// grow with time: rows that are read together lie together.
/// </summary>
internal static class Generated
{
    public const int Municipalities = 40;
    public const int Pairs = 60;
    public const int Programs = 25;

    /// <summary>Organizations that are asked; each with a curator of its own.</summary>
    public const int Asked = 100;

    /// <summary>Stands for the region where an account is counted by its organization.</summary>
    public const int OfRegion = 0;

    public static readonly Guid Region = Id(1, 0, 0);

    public static Guid Id(int kind, int organization, int number) =>
        Guid.ParseExact(
            string.Create(
                CultureInfo.InvariantCulture,
                $"0197{kind:x4}-0000-7000-8000-{(long)organization * 1000 + number:x12}"
            ),
            "D"
        );

    /// <summary>SQL of the same id.</summary>
    public static string Sql(int kind, string organization, string number) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"('0197{kind:x4}-0000-7000-8000-' || lpad(to_hex({organization}::bigint * 1000 + {number}), 12, '0'))::uuid"
        );

    public static Guid Municipality(int number) => Id(2, 0, number);

    public static Guid Organization(int number) => Id(3, number, 0);

    public static Guid Pair(int organization, int number) => Id(6, organization, number);

    public static Guid Program(int organization, int number) => Id(7, organization, number);

    public static Guid Activity(int organization, int program, int position) =>
        Id(20, organization, program * 20 + position);

    public static Guid Account(int organization) => Id(9, organization, 0);

    /// <summary>What the curator's cookie holds.</summary>
    public static string Token(int organization) =>
        string.Create(CultureInfo.InvariantCulture, $"benchmark-session-of-organization-{organization}");

    public static byte[] TokenHash(string token) => SHA256.HashData(Encoding.ASCII.GetBytes(token));
}
