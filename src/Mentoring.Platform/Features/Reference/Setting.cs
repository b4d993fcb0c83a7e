using Mentoring.Platform.Platform.Data;

namespace Mentoring.Platform.Features.Reference;

/// <summary>A value that a tenant has set for itself and its descendants.</summary>
public sealed class Setting : Aggregate, IDownward
{
    private Setting() { }

    public string Key { get; private init; } = "";

    /// <summary>JSON: a number or a word.</summary>
    public string Value { get; private set; } = "null";

    public static Setting Of(string key, string json)
    {
        var setting = new Setting { Key = key, Value = json };
        setting.Changed();
        return setting;
    }

    public void Change(string json)
    {
        Value = json;
        Changed();
    }
}
