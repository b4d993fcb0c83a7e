using System.Globalization;
using FluentValidation;
using FluentValidation.Validators;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Mentoring.Platform.Platform.Contract;

/// <summary>Limits of fields come from the validators that enforce them.</summary>
internal sealed class ValidationSchemaFilter(IServiceProvider services) : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema { Properties: { Count: > 0 } properties })
            return;
        if (services.GetService(typeof(IValidator<>).MakeGenericType(context.Type)) is IValidator validator)
            Apply(properties, validator);
    }

    private static void Apply(IDictionary<string, IOpenApiSchema> properties, IValidator validator)
    {
        foreach (var member in validator.CreateDescriptor().GetMembersWithValidators())
        {
            // Rules of an included validator stand under no name.
            if (string.IsNullOrEmpty(member.Key))
            {
                foreach (var included in member.Select(m => m.Validator).OfType<IChildValidatorAdaptor>())
                    Apply(properties, (IValidator)Activator.CreateInstance(included.ValidatorType)!);
                continue;
            }
            var name = System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(member.Key);
            if (!properties.TryGetValue(name, out var found) || found is not OpenApiSchema property)
                continue;
            foreach (var (rule, _) in member)
                Apply(property, rule);
        }
    }

    private static void Apply(OpenApiSchema property, IPropertyValidator rule)
    {
        var isText = property.Type?.HasFlag(JsonSchemaType.String) == true;
        switch (rule)
        {
            case ILengthValidator length when isText:
                if (length.Max > 0)
                    property.MaxLength = length.Max;
                if (length.Min > 0)
                    property.MinLength = length.Min;
                break;
            case INotEmptyValidator when isText:
                property.MinLength ??= 1;
                break;
            case IBetweenValidator between:
                property.Minimum = Text(between.From);
                property.Maximum = Text(between.To);
                break;
        }
    }

    private static string? Text(object? bound) => Convert.ToString(bound, CultureInfo.InvariantCulture);
}
