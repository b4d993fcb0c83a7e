using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Mentoring.Platform.Platform.Contract;

/// <summary>
/// Shows an answer of each operation, made from its schema: the words are those of the requests' examples, so that
/// what one sends and what one sees tell one story.
/// </summary>
internal sealed class AnswerExamples(OpenApiDocument document)
{
    private const int Deepest = 12;
    private const string Date = "2026-04-15";

    private static readonly Dictionary<string, string> OwnWords = new(StringComparer.Ordinal)
    {
        ["antiforgeryToken"] = "8Jt0wq1nQ3mVbq2c",
        ["comment"] = "Перенесли на неделю.",
        ["detail"] = "Берёзкина Н.П.",
        ["displayName"] = "Берёзкина Нина Павловна",
        ["employer"] = "ООО «Вектор»",
        ["fullName"] = "Берёзкина Нина Павловна",
        ["headName"] = "Яровая Галина Сергеевна",
        ["headTitle"] = "Директор",
        ["key"] = "programEndsSoonDays",
        ["locality"] = "г. Полевской",
        ["loginName"] = "berezkina.np",
        ["menteeName"] = "Лужин Егор",
        ["mentorName"] = "Берёзкина Нина Павловна",
        ["createdBy"] = "Яровая Галина Сергеевна",
        ["exampleAddress"] = "/api/v1/organizations/0197f1c2-7a00-7000-8000-000000000001/figures",
        ["prefix"] = "mp_4kX7q2Md",
        ["revokedBy"] = "Яровая Галина Сергеевна",
        ["secret"] = "mp_4kX7q2Md_…",
        ["code"] = "teacherTeacher",
        ["name"] = "Берёзкина Нина Павловна",
        ["activityDirections.name"] = "Методическое",
        ["competences.name"] = "Современный урок",
        ["form.name"] = "Учитель – учитель",
        ["forms.name"] = "Учитель – учитель",
        ["kinds.name"] = "Традиционная (один на один)",
        ["mentee.name"] = "Лужин Егор",
        ["menteeCategories.name"] = "Обучающийся",
        ["municipalities.name"] = "Полевской городской округ",
        ["orderNumber"] = "12-н",
        ["organizations.name"] = "МАОУ «СОШ № 3»",
        ["positions.name"] = "Учитель",
        ["requestTopics.name"] = "Дисциплина на уроке",
        ["roleModel.name"] = "Опытный педагог – молодой специалист",
        ["roleModels.name"] = "Опытный педагог – молодой специалист",
        ["subjects.name"] = "Математика",
        ["tenant.name"] = "Полевской городской округ",
        ["title"] = "Открытый урок и самоанализ",
        ["signatory.title"] = "Директор",
        ["permissions"] = "pairs.view",
        ["personName"] = "Лужин Егор",
        ["representativeName"] = "Лужина Ольга Сергеевна",
        ["roles"] = "curator",
        ["schoolYear"] = "2025/2026",
        ["shortName"] = "МАОУ «СОШ № 3»",
        ["tenantName"] = "Муниципальное автономное общеобразовательное учреждение «СОШ № 3»",
        ["tenantShortName"] = "МАОУ «СОШ № 3»",
        ["timeZone"] = "Europe/Moscow",
    };

    private readonly Dictionary<string, JsonNode> words = new(StringComparer.Ordinal);

    public void Add()
    {
        var operations = document.Paths.Values.SelectMany(p => p.Operations!.Values).ToList();
        foreach (var body in operations.Select(o => o.RequestBody?.Content?["application/json"].Example))
            Learn("", body);
        foreach (var answer in operations.SelectMany(o => o.Responses!).Where(r => r.Key[0] == '2'))
        {
            if (
                answer.Value.Content?.TryGetValue("application/json", out var content) == true
                && content.Schema is { } schema
            )
                content.Example = Of(schema, "", 0);
        }
    }

    private void Learn(string name, JsonNode? node)
    {
        if (node is JsonObject members)
            foreach (var (member, value) in members)
                Learn(member, value);
        else if (node is JsonArray items)
            foreach (var item in items)
                Learn(name, item);
        else if (node is not null)
            words.TryAdd(name, node);
    }

    private JsonNode? Of(IOpenApiSchema schema, string name, int depth, string owner = "")
    {
        if (depth > Deepest)
            return null;
        if (schema is OpenApiSchemaReference { Reference.Id: { } id })
            return Of(document.Components!.Schemas![id], name, depth, owner);
        if (Choices(schema).FirstOrDefault(c => c.Type != JsonSchemaType.Null) is { } choice)
            return Of(choice, name, depth, owner);
        if (schema.Enum is [{ } first, ..])
            return first.DeepClone();
        return (schema.Type & ~JsonSchemaType.Null) switch
        {
            JsonSchemaType.Object => Members(schema, name, depth),
            JsonSchemaType.Array when schema.Items is { } items => Of(items, name, depth + 1) is { } item
                ? new JsonArray(item)
                : [],
            JsonSchemaType.String => Text(schema.Format, owner, name),
            JsonSchemaType.Boolean => true,
            JsonSchemaType.Integer => 1,
            JsonSchemaType.Number => 12.5,
            _ => null,
        };
    }

    private static IEnumerable<IOpenApiSchema> Choices(IOpenApiSchema schema) =>
        (schema.OneOf ?? []).Concat(schema.AnyOf ?? []).Concat(schema.AllOf ?? []);

    private JsonObject Members(IOpenApiSchema schema, string owner, int depth)
    {
        var example = new JsonObject();
        foreach (var (name, member) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>())
            example[name] = Of(member, name, depth + 1, owner);
        return example;
    }

    private JsonNode? Text(string? format, string owner, string name) =>
        format switch
        {
            "uuid" => "0197f1c2-7a00-7000-8000-000000000001",
            "date" => Date,
            "date-time" => string.Create(CultureInfo.InvariantCulture, $"{Date}T09:30:00+00:00"),
            // The last page: nothing comes after it.
            _ when name == "nextCursor" => null,
            _ when name == "allowed" => null,
            _ when OwnWords.TryGetValue($"{owner}.{name}", out var word) => word,
            _ when OwnWords.TryGetValue(name, out var word) => word,
            _ when name.EndsWith("ha256", StringComparison.Ordinal) => new string('a', 64),
            _ when Learned(name) is { } learned => learned,
            _ => name,
        };

    private JsonNode? Learned(string name) =>
        words.GetValueOrDefault(name) is { } node && node.GetValueKind() == System.Text.Json.JsonValueKind.String
            ? node.DeepClone()
            : null;
}
