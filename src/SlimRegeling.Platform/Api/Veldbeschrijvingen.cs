using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.OpenApi;
using SlimRegeling.Platform.Stromen;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace SlimRegeling.Platform.Api;

/// <summary>An example in the API document, as JSON.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property)]
public sealed class VoorbeeldAttribute(string json) : Attribute
{
    public string Json { get; } = json;
}

/// <summary>
/// Takes into the API document what is written at a type or property: <see cref="DescriptionAttribute"/>, <see cref="VoorbeeldAttribute"/>,
/// the values of <see cref="AllowedValuesAttribute"/>, and that a quantity is a number where an amount is text.
/// </summary>
internal sealed class Veldbeschrijvingen : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        // What is written at a property that refers to a type of its own would be lost: OpenAPI 3.0 looks at nothing beside a reference.
        if (schema is not OpenApiSchema beschrijving)
        {
            return;
        }
        MemberInfo wat = context.MemberInfo ?? context.Type;
        beschrijving.Description = wat.GetCustomAttribute<DescriptionAttribute>()?.Description ?? beschrijving.Description;
        if (wat.GetCustomAttribute<VoorbeeldAttribute>() is { } voorbeeld)
        {
            beschrijving.Examples = [JsonNode.Parse(voorbeeld.Json)!];
        }
        if (wat.GetCustomAttribute<AllowedValuesAttribute>() is { } keuzes)
        {
            beschrijving.Enum = [.. keuzes.Values.OfType<string>().Select(k => JsonValue.Create(k))];
        }
        if (wat.GetCustomAttribute<JsonConverterAttribute>()?.ConverterType == typeof(AantalConverter))
        {
            beschrijving.Type = JsonSchemaType.Number | (beschrijving.Type & JsonSchemaType.Null);
            (beschrijving.Format, beschrijving.Pattern) = (null, null);
            beschrijving.Minimum ??= "0";
            beschrijving.Maximum ??= AantalConverter.Hoogste.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
    }
}
