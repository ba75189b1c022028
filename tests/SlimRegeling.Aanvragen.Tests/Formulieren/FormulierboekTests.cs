using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Json.Schema;
using SlimRegeling.Aanvragen.Aanvraagformulieren;
using SlimRegeling.Aanvragen.Proefberekeningen;
using SlimRegeling.Platform.Api;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;
using static SlimRegeling.Aanvragen.Tests.Typezaken;

namespace SlimRegeling.Aanvragen.Tests.Formulieren;

/// <summary>The form of each window: what it has, by which rules, in which words.</summary>
public class FormulierboekTests
{
    private static readonly JsonSerializerOptions Leesbaar = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static TheoryData<string> Tijdvakken => [.. Regels.Aanvraagtijdvakken.Alle.Select(t => t.Id)];

    /// <summary>As it is served; SLIM_GOUD=schrijf writes them anew.</summary>
    [Theory]
    [InlineData("2026-04-mkb")]
    [InlineData("2025-06-swv")]
    [InlineData("2024-06-groot")]
    public void Het_formulier_van_een_tijdvak_staat_uitgeschreven(string tijdvak)
    {
        var pad = Path.Combine(Path.GetDirectoryName(Hier())!, $"{tijdvak}.schema.json");
        var tekst = Schema(tijdvak).ToJsonString(Leesbaar) + "\n";
        if (Environment.GetEnvironmentVariable("SLIM_GOUD") == "schrijf")
        {
            File.WriteAllText(pad, tekst);
        }
        Assert.Equal(File.ReadAllText(pad), tekst);
    }

    [Theory]
    [MemberData(nameof(Tijdvakken))]
    public void Elk_veld_heeft_titel_uitleg_of_keuzes_plaats_en_Engels(string tijdvak)
    {
        var schema = Schema(tijdvak);
        Assert.True(MetaSchemas.Draft202012.Evaluate(JsonSerializer.SerializeToElement(schema)).IsValid);
        var secties = schema["x-secties"]!.AsArray().Select(s => s!["code"]!.GetValue<string>()).ToList();
        var volgorde = 0;
        foreach (var veld in Velden(schema).Skip(1))
        {
            Assert.NotEmpty(veld["title"]!.GetValue<string>());
            Assert.NotEmpty(veld["x-en"]!["title"]!.GetValue<string>());
            Assert.Equal(veld["description"] is null, veld["x-en"]!["description"] is null);
            Assert.Contains(veld["x-sectie"]!.GetValue<string>(), secties);
            Assert.Equal(++volgorde, veld["x-volgorde"]!.GetValue<int>());
            Assert.Matches("^artikel [0-9]", veld["x-artikel"]!.GetValue<string>());
        }
        Assert.NotEmpty(schema["x-documenten"]!.AsArray());
        Assert.NotEmpty(schema["x-regels"]!.AsArray());
    }

    [Fact]
    public void Het_formulier_heeft_precies_de_velden_van_het_concept()
    {
        var geheel = Regels.Aanvraagtijdvakken.Alle.SelectMany(t => Paden(Schema(t.Id), "")).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(Paden(typeof(Formulier), "").Order(StringComparer.Ordinal), geheel.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void De_voorbeelden_van_elke_soort_passen_in_hun_formulier()
    {
        foreach (var (tijdvak, formulier) in new[] { (Mkb2024, Declaratie), (Swv2025, Samenwerking), (Groot2024, Hotel) })
        {
            Assert.True(Past(tijdvak, formulier), tijdvak.Id);
        }
        Assert.False(Past(Mkb2024, Samenwerking));
        Assert.False(Past(Swv2025, Declaratie));
    }

    [Fact]
    public void De_regels_van_de_versie_bepalen_de_velden()
    {
        string[] Soorten(string tijdvak) =>
            [.. Activiteit(tijdvak)["soort"]!["oneOf"]!.AsArray().Select(k => k!["const"]!.GetValue<string>())];

        Assert.Equal(["A", "B", "C", "D"], Soorten("2024-09-mkb"));
        Assert.Equal(["A", "B", "C"], Soorten("2025-03-mkb"));
        Assert.NotNull(Activiteit("2024-09-mkb")["praktijkleerplaatsen"]);
        Assert.Null(Activiteit("2025-03-mkb")["praktijkleerplaatsen"]);
        JsonObject ExterneUren(string tijdvak) => Activiteit(tijdvak)["externeUren"]!["items"]!["properties"]!.AsObject();
        Assert.NotNull(ExterneUren("2023-03-mkb")["marktconform"]);
        Assert.Null(ExterneUren("2026-04-mkb")["marktconform"]);
        Assert.Equal("125.00", ExterneUren("2023-03-mkb")["uurtarief"]!["x-telt-tot"]!.GetValue<string>());
        Assert.Equal("135.00", ExterneUren("2026-04-mkb")["uurtarief"]!["x-telt-tot"]!.GetValue<string>());
        Assert.Contains("€ 700,00", Activiteit("2026-04-mkb")["trajecten"]!["description"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.DoesNotContain("€", Activiteit("2021-03-mkb")["trajecten"]!["description"]!.GetValue<string>(), StringComparison.Ordinal);
        var onderneming = Schema("2026-04-mkb")["properties"]!["onderneming"]!["properties"]!;
        Assert.Equal(250, onderneming["werkzamePersonen"]!["exclusiveMaximum"]!.GetValue<long>());
        Assert.Contains(
            "5510",
            Schema("2024-06-groot")["properties"]!["onderneming"]!["properties"]!["sbiCodes"]!["x-hoofdactiviteiten"]!
                .AsArray()
                .Select(c => c!.GetValue<string>())
        );
    }

    [Fact]
    public void Een_gewijzigde_regel_staat_in_het_formulier()
    {
        var nu = Regelboek.Versie("slim-2026");
        var lager = nu.Met([new("parameters", Parameters.UurtariefAdviseur.Code, "99.00", "besluit", null)]);
        var uren = Schemaschrijver.Schrijf("2026-04-mkb", Aanvragertype.MkbOnderneming, lager)["properties"]!["activiteiten"]!["items"]![
            "properties"
        ]!["externeUren"]!["items"]!["properties"]!["uurtarief"]!;
        Assert.Equal("99.00", uren["x-telt-tot"]!.GetValue<string>());
        Assert.Contains("€ 99,00", uren["description"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public void Een_onbekend_tijdvak_of_een_andere_soort_wordt_gezegd()
    {
        var tijdvak = Proefberekenen.Eerder("2026-04-mkb");
        Assert.Equal(404, Beslis("2031-04-mkb", null, null).Weigering?.Status);
        Assert.Equal(422, Beslis("2026-04-mkb", "grootbedrijf", tijdvak).Weigering?.Status);
        Assert.Equal(422, Beslis("2026-04-mkb", "x", tijdvak).Weigering?.Status);
        var zonder = Assert.IsType<Naslag>(Beslis("2026-04-mkb", null, tijdvak).Inhoud);
        Assert.Same(zonder, Beslis("2026-04-mkb", "mkb-onderneming", tijdvak).Inhoud);

        static Uitkomst Beslis(string id, string? type, Proefberekenen.Rekentijdvak? tijdvak) =>
            FormulierTonen.Beslis(id, type, tijdvak, Regelstanden.Ongewijzigd, Voorbeelden.Binnen);
    }

    private static JsonObject Schema(string tijdvak)
    {
        var dit = Regels.Aanvraagtijdvakken.Zoek(tijdvak)!;
        return Schemaschrijver.Schrijf(tijdvak, dit.Aanvragertype, Regelboek.Versie(dit.Regelversie));
    }

    private static JsonObject Activiteit(string tijdvak) =>
        Schema(tijdvak)["properties"]!["activiteiten"]!["items"]!["properties"]!.AsObject();

    private static bool Past(Aanvraagtijdvak tijdvak, Formulier formulier) =>
        JsonSchema
            .FromText(Schema(tijdvak.Id).ToJsonString(), new BuildOptions { SchemaRegistry = new() })
            .Evaluate(JsonSerializer.SerializeToElement(formulier, Platform.Stromen.Json.Opties))
            .IsValid;

    private static IEnumerable<JsonNode> Velden(JsonNode schema) =>
        [
            schema,
            .. (schema["properties"]?.AsObject() ?? []).SelectMany(v => Velden(v.Value!)),
            .. schema["items"] is { } element ? Velden(element) : [],
        ];

    private static IEnumerable<string> Paden(JsonNode schema, string pad) =>
        [
            .. (schema["properties"]?.AsObject() ?? []).SelectMany(v => (string[])[$"{pad}{v.Key}", .. Paden(v.Value!, $"{pad}{v.Key}.")]),
            .. schema["items"] is { } element ? Paden(element, pad) : [],
        ];

    /// <summary>What the serializer reads and writes.</summary>
    private static IEnumerable<string> Paden(Type soort, string pad)
    {
        var info = Platform.Stromen.Json.Opties.GetTypeInfo(Nullable.GetUnderlyingType(soort) ?? soort);
        return info.Kind switch
        {
            JsonTypeInfoKind.Enumerable when info.ElementType is { } element => Paden(element, pad),
            JsonTypeInfoKind.Object => info
                .Properties.Where(p => p.Get is not null)
                .SelectMany(p => (string[])[$"{pad}{p.Name}", .. Paden(p.PropertyType, $"{pad}{p.Name}.")]),
            _ => [],
        };
    }

    private static string Hier([CallerFilePath] string pad = "") => pad;
}
