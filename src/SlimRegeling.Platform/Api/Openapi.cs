using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using NodaTime;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Inzagen;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace SlimRegeling.Platform.Api;

/// <summary>What everyone is told now, for who reads an API document; null when there is nothing.</summary>
public delegate string? Documentmededeling();

/// <summary>An OpenAPI 3.0 document per context, served under <c>/openapi/{context}.json</c>.</summary>
public static class Openapi
{
    internal static void VoegOpenapiToe(this IServiceCollection diensten, IEnumerable<Context> contexten)
    {
        diensten.AddEndpointsApiExplorer();
        diensten.AddSwaggerGen(o =>
        {
            foreach (var naam in contexten.Select(c => c.Naam).Append(Beheer.Eindpunten.Document))
            {
                o.SwaggerDoc(
                    naam,
                    new OpenApiInfo
                    {
                        Title = $"SlimRegeling: {naam}",
                        Version = Eindpunten.Versie,
                        Description =
                            "Bedragen zijn tekst in euro's met twee decimalen. Fouten zijn problemen volgens RFC 9457, met daarnaast 'fouten' (veld, uitleg, artikel) en 'artikel'.",
                        Contact = new OpenApiContact
                        {
                            Name = "SlimRegeling",
                            Email = "contact@slimregeling.example",
                            Url = new Uri("https://slimregeling.example"),
                        },
                    }
                );
            }
            o.DocInclusionPredicate((document, api) => api.GroupName == document);
            o.AddServer(new OpenApiServer { Url = "https://slimregeling.example/v1" });
            o.MapType<decimal>(() =>
                new OpenApiSchema
                {
                    Type = JsonSchemaType.String,
                    Format = "decimal",
                    Pattern = @"^-?[0-9]{1,13}\.[0-9]{2}$",
                }
            );
            o.MapType<Instant>(() => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date-time" });
            o.MapType<LocalDate>(() => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" });
            o.MapType<LocalDateTime>(() => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date-time" });
            o.MapType<Zaaknummer>(() => new OpenApiSchema { Type = JsonSchemaType.String, Pattern = "^SLIM-[0-9A-HJKMNP-TV-Z]{10}$" });
            o.SupportNonNullableReferenceTypes();
            o.CustomSchemaIds(Schemanaam);
            o.CustomOperationIds(Operatienaam);
            o.SchemaFilter<Veldbeschrijvingen>();
            o.OperationFilter<Kopregels>();
            o.DocumentFilter<Bedragvelden>();
            o.AddSecurityDefinition(
                "bearer",
                new OpenApiSecurityScheme
                {
                    Type = SecuritySchemeType.Http,
                    Scheme = "bearer",
                    BearerFormat = "JWT",
                }
            );
        });
    }

    internal static void GebruikOpenapi(this IApplicationBuilder app) =>
        app.UseSwagger(o =>
        {
            o.RouteTemplate = "/openapi/{documentName}.json";
            o.OpenApiVersion = OpenApiSpecVersion.OpenApi3_0;
            if (app.ApplicationServices.GetService<Documentmededeling>() is { } mededeling)
            {
                o.PreSerializeFilters.Add(
                    (document, _) =>
                    {
                        if (mededeling() is { } tekst)
                        {
                            document.Info.Description = $"Mededeling: {tekst}\n\n{document.Info.Description}";
                        }
                    }
                );
            }
        });

    // Request types are nested in their use case: Indienen.Verzoek becomes IndienenVerzoek.
    private static string Schemanaam(Type type) =>
        type.IsGenericType
            ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}{string.Concat(type.GenericTypeArguments.Select(Schemanaam))}"
            : $"{(type.DeclaringType is { } buiten ? buiten.Name : "")}{type.Name}";

    private static string Operatienaam(ApiDescription api) =>
        $"{api.HttpMethod!.ToLowerInvariant()}-{api.RelativePath!.Replace("v1/", "", StringComparison.Ordinal).Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal).Replace('/', '-')}";

    private sealed class Bedragvelden : IDocumentFilter
    {
        public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
        {
            var paden = new OpenApiPaths();
            foreach (var (pad, inhoud) in swaggerDoc.Paths.OrderBy(p => p.Key, StringComparer.Ordinal))
            {
                paden.Add(pad.StartsWith("/v1", StringComparison.Ordinal) ? pad["/v1".Length..] : pad, inhoud);
            }
            swaggerDoc.Paths = paden;
        }
    }

    private sealed class Kopregels : IOperationFilter
    {
        public void Apply(OpenApiOperation operation, OperationFilterContext context)
        {
            var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
            var toegang = metadata.OfType<Toegang>().LastOrDefault();
            var voorWie = toegang switch
            {
                null or { Openbaar: true } => "Openbaar.",
                _ =>
                    $"Voor: {string.Join(", ", toegang.Rollen.Select(r => r.Claimwaarde()))}{(toegang.EigenZaak ? " (een onderneming alleen de eigen zaak)" : "")}.",
            };
            if (metadata.OfType<MetMachtiging>().LastOrDefault() is { } machtiging)
            {
                voorWie +=
                    $" Wie van een andere onderneming een machtiging kreeg ({string.Join(" of ", machtiging.Omvang.Select(o => o.ToString().ToLowerInvariant()))}), noemt haar KVK-nummer in de kopregel {Machtigingspoort.Kopregel}.";
            }
            if (metadata.OfType<BindtOnderneming>().Any())
            {
                voorWie += $" Dit bindt de hele onderneming: wie voor één vestiging handelt, krijgt 403 ({BindtOnderneming.Weigering}).";
            }
            if (metadata.OfType<Inzage>().Any())
            {
                voorWie += " Als een medewerker dit bekijkt, komt dat in het inzagelog.";
            }
            operation.Description = operation.Description is { Length: > 0 } uitleg ? $"{voorWie} {uitleg}" : voorWie;
            operation.Parameters ??= [];
            operation.Responses ??= [];
            var zonderSleutel = metadata.OfType<ZonderSleutel>().Any();
            if (context.ApiDescription.HttpMethod != "GET" && !zonderSleutel)
            {
                operation.Parameters.Add(Kopregel("Idempotency-Key", true, "Nieuwe waarde per wijziging; dezelfde bij een herhaling."));
                operation.Parameters.Add(Kopregel("If-Match", false, "ETag van de versie die u las; een verouderde versie geeft 412."));
            }
            foreach (var antwoord in operation.Responses.Values.OfType<OpenApiResponse>())
            {
                antwoord.Headers ??= new Dictionary<string, IOpenApiHeader>();
                antwoord.Headers["API-Version"] = new OpenApiHeader { Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
            }
            foreach (var (status, tekst) in Problemen(toegang, context.ApiDescription.HttpMethod!, zonderSleutel))
            {
                operation.Responses[status] = Probleemantwoord(tekst);
            }
            if (metadata.OfType<Aanroeplimiet>().SingleOrDefault() is { } limiet)
            {
                var teVeel = Probleemantwoord($"Meer dan {limiet.PerMinuut} verzoeken in een minuut van één eindgebruiker");
                teVeel.Headers!["Retry-After"] = new OpenApiHeader
                {
                    Description = "Over hoeveel seconden een nieuw verzoek kan.",
                    Schema = new OpenApiSchema { Type = JsonSchemaType.Integer },
                };
                operation.Responses["429"] = teVeel;
            }
        }

        private static IEnumerable<(string, string)> Problemen(Toegang? toegang, string methode, bool zonderSleutel)
        {
            yield return ("400", "Onleesbaar bericht");
            if (toegang is { Openbaar: false })
            {
                yield return ("401", "Niet aangemeld");
                yield return ("403", "Niet toegestaan");
            }
            yield return ("404", "Niet gevonden, of niet van u");
            if (methode != "GET")
            {
                yield return ("409", "Nu niet mogelijk");
                if (!zonderSleutel)
                {
                    yield return ("412", "Intussen gewijzigd");
                }
                yield return ("422", "Onjuiste gegevens");
            }
        }

        private static OpenApiResponse Probleemantwoord(string uitleg)
        {
            var schema = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Properties = new Dictionary<string, IOpenApiSchema>(),
                Required = new HashSet<string> { "status", "title", "detail" },
            };
            foreach (var lid in (string[])["type", "title", "detail", "instance"])
            {
                schema.Properties[lid] = new OpenApiSchema { Type = JsonSchemaType.String };
            }
            schema.Properties["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer };
            return new OpenApiResponse
            {
                Description = $"{uitleg}. Veldfouten staan in 'fouten' (veld, uitleg, artikel).",
                Content = new Dictionary<string, IOpenApiMediaType> { [Probleem.Mediatype] = new OpenApiMediaType { Schema = schema } },
                Headers = new Dictionary<string, IOpenApiHeader>
                {
                    ["API-Version"] = new OpenApiHeader { Schema = new OpenApiSchema { Type = JsonSchemaType.String } },
                },
            };
        }

        private static OpenApiParameter Kopregel(string naam, bool verplicht, string uitleg) =>
            new()
            {
                Name = naam,
                In = ParameterLocation.Header,
                Required = verplicht,
                Description = uitleg,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            };
    }
}
