using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;

namespace Mentoring.Platform.Platform.Pipeline;

/// <summary>Answers as they are kept for a replay.</summary>
internal static class Answers
{
    /// <summary>Everything of a request counts, also what the body does not hold (route values).</summary>
    public static readonly JsonSerializerOptions Hashing = new(JsonSerializerOptions.Web)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { IncludeIgnored } },
    };

    public static string Write<TResponse>(TResponse outcome)
        where TResponse : IOutcome<TResponse> => Shape<TResponse>.Writer(outcome);

    public static TResponse Read<TResponse>(string json)
        where TResponse : IOutcome<TResponse> => Shape<TResponse>.Reader(json);

    private static void IncludeIgnored(JsonTypeInfo info)
    {
        foreach (var property in info.Type.GetProperties())
        {
            if (info.Properties.Any(p => p.Name == property.Name) || !property.CanRead)
                continue;
            if (!Attribute.IsDefined(property, typeof(System.Text.Json.Serialization.JsonIgnoreAttribute)))
                continue;
            var extra = info.CreateJsonPropertyInfo(property.PropertyType, "~" + property.Name);
            extra.Get = property.GetValue;
            info.Properties.Add(extra);
        }
    }

    private static string WriteValue<T>(Result<T> outcome)
    {
        var value = outcome.Value is IHasSecret<T> secret ? secret.WithoutSecret() : outcome.Value;
        return JsonSerializer.Serialize(value, JsonSerializerOptions.Web);
    }

    private static Result<T> ReadValue<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, JsonSerializerOptions.Web)!;

    private static class Shape<TResponse>
    {
        public static readonly Func<TResponse, string> Writer = Make<Func<TResponse, string>>(nameof(WriteValue));
        public static readonly Func<string, TResponse> Reader = Make<Func<string, TResponse>>(nameof(ReadValue));

        private static TDelegate Make<TDelegate>(string method)
            where TDelegate : Delegate =>
            typeof(Answers)
                .GetMethod(method, System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
                .MakeGenericMethod(typeof(TResponse).GetGenericArguments()[0])
                .CreateDelegate<TDelegate>();
    }
}
