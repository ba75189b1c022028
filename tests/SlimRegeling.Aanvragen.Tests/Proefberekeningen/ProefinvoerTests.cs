using System.Text.Json;
using System.Text.Json.Nodes;

namespace SlimRegeling.Aanvragen.Tests.Proefberekeningen;

/// <summary>What is no request: every field that is wrong is named, all at once, in plain Dutch.</summary>
public sealed class ProefinvoerTests
{
    private static readonly string[] Volledig = [Proef.Onderneming, Proef.Samenwerkingsverband];

    // Those that may be left out; all others are missed.
    private static readonly HashSet<string> MagWeg =
    [
        "verbondenOndernemingen",
        "deMinimissteun",
        "verbondenMet",
        "eigenUren",
        "externeUren",
        "overigeExterneKosten",
        "trajecten",
        "praktijkleerplaatsen",
        "eigenaar",
        "marktconform",
    ];

    [Fact]
    public void A_field_that_is_left_out_or_null_is_missed_by_its_place_unless_it_may_be()
    {
        foreach (var (json, pad) in Plaatsen())
        {
            var naam = pad[(pad.LastIndexOf('.') + 1)..];
            // Of a party that is an enterprise only the size is needed.
            var mag = MagWeg.Contains(naam) || naam == "sbiCodes" && pad.Contains("deelnemers", StringComparison.Ordinal);
            foreach (
                var zonder in pad[^1] == ']'
                    ? [Proef.Met(json, pad, "null")]
                    : new[] { Proef.Met(json, pad, null), Proef.Met(json, pad, "null") }
            )
            {
                if (mag)
                {
                    // Without its costs a plan has other shares, which is another matter.
                    Assert.DoesNotContain(Proef.Beslis(zonder).Weigering?.Fouten ?? [], f => f.Veld != "aanvrager.deelnemers");
                    continue;
                }
                var weigering = Proef.Geweigerd(zonder);
                Assert.Equal((400, "onleesbaar"), (weigering.Status, weigering.Code));
                Assert.Contains(weigering.Fouten, f => f.Veld == pad);
            }
        }
    }

    [Fact]
    public void A_value_of_another_kind_is_named_by_its_place()
    {
        string[] soorten = ["\"x\"", "1.5", "true", "{}", "[]", "[null]", "1e400", "\"\\ud800\"", "\"\""];
        foreach (var (json, pad) in Plaatsen())
        {
            var goed = JsonNode.Parse(Waarde(json, pad))!.GetValueKind();
            foreach (var soort in soorten)
            {
                var kind = JsonDocument.Parse(soort).RootElement.ValueKind;
                var zelfde = kind == goed || (goed is JsonValueKind.True or JsonValueKind.False && kind is JsonValueKind.True);
                if (zelfde && soort is not ("\"\\ud800\"" or "1e400" or "[null]"))
                {
                    continue;
                }
                var weigering = Proef.Geweigerd(Vervang(json, pad, soort));
                Assert.Contains(weigering.Status, (int[])[400, 422]);
                Assert.Contains(weigering.Fouten, f => f.Veld == pad || f.Veld == $"{pad}[0]");
            }
        }
    }

    [Fact]
    public void An_unknown_field_is_refused_wherever_it_stands()
    {
        foreach (var (json, pad) in Plaatsen().Append((Proef.Onderneming, "x")))
        {
            if (pad[^1] == ']')
            {
                continue;
            }
            var onbekend = $"{pad}s2";
            var weigering = Proef.Geweigerd(Proef.Met(json, onbekend, "1"));
            Assert.Equal((400, "onleesbaar"), (weigering.Status, weigering.Code));
            Assert.Equal([onbekend], weigering.Fouten.Select(f => f.Veld));
        }
    }

    [Fact]
    public void A_name_in_other_letters_is_another_field()
    {
        var weigering = Proef.Geweigerd(Proef.Onderneming.Replace("\"tijdvak\"", "\"Tijdvak\"", StringComparison.Ordinal));
        Assert.Equal(["tijdvak", "Tijdvak"], weigering.Fouten.Select(f => f.Veld));
    }

    [Theory]
    [InlineData("aanvrager.deelnemers", "[]", "mkb-onderneming")]
    [InlineData("aanvrager.werkzamePersonen", "1", "samenwerkingsverband")]
    [InlineData("aanvrager.deMinimissteun", "[]", "samenwerkingsverband")]
    public void A_field_of_another_applicant_type_is_refused(string pad, string waarde, string type)
    {
        var json = type == "samenwerkingsverband" ? Proef.Samenwerkingsverband : Proef.Onderneming;
        var weigering = Proef.Geweigerd(Proef.Met(json, pad, waarde));
        Assert.Equal([pad], weigering.Fouten.Select(f => f.Veld));
    }

    [Theory]
    [InlineData("aanvrager.werkzamePersonen", "0", "100000", "-0.01", "100000.01", "12.345")]
    [InlineData("aanvrager.verbondenOndernemingen[0].werkzamePersonen", "0", "100000", "-1", "100001", "0.001")]
    [InlineData("aanvrager.verbondenOndernemingen[0].percentage", "0", "100", "-0.01", "100.01", null)]
    [InlineData("activiteiten[0].externeUren[0].uren", "0", "100000", "-0.01", "100000.01", "1.005")]
    [InlineData("activiteiten[2].eigenUren[0].uren", "0", "100000", "-0.01", "100000.01", "1.005")]
    [InlineData("activiteiten[1].trajecten", "0", "10000", "-1", "10001", "1.5")]
    [InlineData("activiteiten[3].praktijkleerplaatsen", "0", "10000", "-1", "10001", "1.5")]
    public void A_number_has_its_bounds(string pad, string laagste, string hoogste, string teLaag, string teHoog, string? teFijn)
    {
        foreach (var goed in new[] { laagste, hoogste, $"{laagste}.0", "3.00", "1e1" })
        {
            Assert.Null(Proef.Beslis(Vervang(Proef.Onderneming, pad, goed)).Weigering);
        }
        foreach (var fout in new[] { teLaag, teHoog, teFijn }.OfType<string>())
        {
            Onjuist(Vervang(Proef.Onderneming, pad, fout), pad);
        }
    }

    [Fact]
    public void A_percentage_may_have_any_number_of_decimals() =>
        Assert.Null(Proef.Beslis(Proef.Met(Proef.Onderneming, "aanvrager.verbondenOndernemingen[0].percentage", "33.33333333")).Weigering);

    [Theory]
    [InlineData("aanvrager.jaaromzet")]
    [InlineData("aanvrager.balanstotaal")]
    [InlineData("aanvrager.verbondenOndernemingen[0].jaaromzet")]
    [InlineData("aanvrager.verbondenOndernemingen[1].balanstotaal")]
    [InlineData("aanvrager.deMinimissteun[0].bedrag")]
    [InlineData("activiteiten[0].externeUren[0].uurtarief")]
    [InlineData("activiteiten[0].overigeExterneKosten")]
    [InlineData("activiteiten[2].eigenUren[0].brutojaarloon")]
    public void An_amount_is_text_in_cents_and_not_negative(string pad)
    {
        foreach (var goed in new[] { "\"0.00\"", "\"-0.00\"", "\"9999999999999.99\"" })
        {
            Assert.Null(Proef.Beslis(Vervang(Proef.Onderneming, pad, goed)).Weigering);
        }
        foreach (
            var fout in new[]
            {
                "\"1.005\"",
                "\"1.5\"",
                "\"1\"",
                "\"1,00\"",
                "\"10000000000000.00\"",
                "\"1e3\"",
                "\"01.00\"",
                "1.00",
                "\" 1.00\"",
            }
        )
        {
            var weigering = Proef.Geweigerd(Vervang(Proef.Onderneming, pad, fout));
            Assert.Equal(400, weigering.Status);
            Assert.Equal([pad], weigering.Fouten.Select(f => f.Veld));
        }
        Onjuist(Vervang(Proef.Onderneming, pad, "\"-0.01\""), pad);
    }

    [Theory]
    [InlineData("tijdvak", "\"2019-03-mkb\"")]
    [InlineData("tijdvak", "\"2026-04-mkb' or 1=1\"")]
    [InlineData("tijdvak", "\"\"")]
    [InlineData("tijdvak", "\"\\u0000\"")]
    [InlineData("activiteiten[0].soort", "\"E\"")]
    [InlineData("activiteiten[0].soort", "\"a\"")]
    [InlineData("activiteiten[0].soort", "\"0\"")]
    [InlineData("activiteiten", "[]")]
    [InlineData("aanvrager.type", "\"eenmanszaak\"")]
    [InlineData("aanvrager.sbiCodes", "[]")]
    [InlineData("aanvrager.sbiCodes[1]", "\"1\"")]
    [InlineData("aanvrager.sbiCodes[1]", "\"1234567\"")]
    [InlineData("aanvrager.sbiCodes[1]", "\"43a2\"")]
    [InlineData("aanvrager.verbondenOndernemingen[0].soort", "\"moeder\"")]
    [InlineData("activiteiten[0].trajecten", "1")]
    [InlineData("activiteiten[0].praktijkleerplaatsen", "1")]
    [InlineData("activiteiten[1].praktijkleerplaatsen", "1")]
    public void A_value_that_cannot_be_right_is_named(string pad, string waarde) => Onjuist(Proef.Met(Proef.Onderneming, pad, waarde), pad);

    [Theory]
    [InlineData("\"2024-02-30\"")]
    [InlineData("\"12-09-2024\"")]
    [InlineData("\"2024-09-12T00:00:00\"")]
    [InlineData("\"2024-9-12\"")]
    public void A_day_is_one_of_the_calendar(string dag)
    {
        const string Pad = "aanvrager.deMinimissteun[0].verleendOp";
        var weigering = Proef.Geweigerd(Proef.Met(Proef.Onderneming, Pad, dag));
        Assert.Equal([Pad], weigering.Fouten.Select(f => f.Veld));
    }

    [Theory]
    [InlineData("aanvrager.deelnemers", "[]", "aanvrager.deelnemers")]
    [InlineData("aanvrager.deelnemers[1].rol", "\"hoofdaanvrager\"", "aanvrager.deelnemers")]
    [InlineData("aanvrager.deelnemers[0].rol", "\"partij\"", "aanvrager.deelnemers")]
    [InlineData("aanvrager.deelnemers[0].rol", "\"penvoerder\"", "aanvrager.deelnemers[0].rol")]
    [InlineData("aanvrager.deelnemers[0].type", "\"stichting\"", "aanvrager.deelnemers[0].type")]
    [InlineData("aanvrager.deelnemers[2].kvkNummer", "\"22222222\"", "aanvrager.deelnemers[2].kvkNummer")]
    [InlineData("aanvrager.deelnemers[2].kvkNummer", "\"3333333\"", "aanvrager.deelnemers[2].kvkNummer")]
    [InlineData("aanvrager.deelnemers[2].kvkNummer", "\"333333333\"", "aanvrager.deelnemers[2].kvkNummer")]
    [InlineData("aanvrager.deelnemers[1].verbondenMet[0]", "\"4444444x\"", "aanvrager.deelnemers[1].verbondenMet[0]")]
    [InlineData("aanvrager.deelnemers[1].werkzamePersonen", "-1", "aanvrager.deelnemers[1].werkzamePersonen")]
    public void A_partnership_is_told_what_is_wrong_with_its_parties(string pad, string waarde, string veld)
    {
        var weigering = Proef.Geweigerd(Proef.Met(Proef.Samenwerkingsverband, pad, waarde));
        Assert.Equal(422, weigering.Status);
        Assert.Contains(weigering.Fouten, f => f.Veld == veld);
    }

    [Fact]
    public void A_party_that_is_no_enterprise_may_tell_its_size()
    {
        var json = Proef.Met(Proef.Samenwerkingsverband, "aanvrager.deelnemers[0].werkzamePersonen", "400");
        Assert.Null(Proef.Beslis(Proef.Met(json, "aanvrager.deelnemers[0].sbiCodes", "[\"94\"]")).Weigering);
        Onjuist(
            Proef.Met(Proef.Samenwerkingsverband, "aanvrager.deelnemers[0].jaaromzet", "\"-1.00\""),
            "aanvrager.deelnemers[0].jaaromzet"
        );
    }

    [Fact]
    public void Costs_of_a_kind_that_has_none_are_refused()
    {
        foreach (
            var (veld, kosten) in new[]
            {
                ("overigeExterneKosten", """ "1.00" """),
                ("eigenUren", """ [{"uren":1,"brutojaarloon":"1.00"}] """),
                ("externeUren", """ [{"uren":1,"uurtarief":"1.00"}] """),
            }
        )
        {
            Onjuist(
                Proef.Met(Proef.Onderneming, "activiteiten[3]", $$"""{"soort":"D","{{veld}}":{{kosten}}}"""),
                $"activiteiten[3].{veld}"
            );
        }
    }

    private static void Onjuist(string json, string veld)
    {
        var weigering = Proef.Geweigerd(json);
        Assert.Equal((422, "onjuiste-invoer"), (weigering.Status, weigering.Code));
        Assert.Equal([veld], weigering.Fouten.Select(f => f.Veld));
        Assert.Matches(@"^[A-Z].{12,}\.$", weigering.Fouten[0].Uitleg);
    }

    /// <summary>Every place in the two requests that have every field.</summary>
    private static IEnumerable<(string Json, string Pad)> Plaatsen() =>
        Volledig.SelectMany(json => Plaatsen(JsonNode.Parse(json)!, "").Select(pad => (json, pad)));

    private static IEnumerable<string> Plaatsen(JsonNode knoop, string pad) =>
        knoop switch
        {
            JsonObject velden => velden.SelectMany(v => Hier(v.Value!, pad.Length == 0 ? v.Key : $"{pad}.{v.Key}")),
            JsonArray elementen => elementen.SelectMany((e, i) => Hier(e!, $"{pad}[{i}]")),
            _ => [],
        };

    private static IEnumerable<string> Hier(JsonNode knoop, string pad) => Plaatsen(knoop, pad).Prepend(pad);

    private static string Waarde(string json, string pad)
    {
        var knoop = JsonNode.Parse(json)!;
        foreach (var deel in pad.Replace("[", ".[", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            knoop = deel[0] == '[' ? knoop[int.Parse(deel[1..^1], System.Globalization.CultureInfo.InvariantCulture)]! : knoop[deel]!;
        }
        return knoop.ToJsonString();
    }

    /// <summary>As <see cref="Proef.Met"/>, with what no JSON tree holds as it stands, such as <c>1e400</c>.</summary>
    private static string Vervang(string json, string pad, string waarde) =>
        Proef.Met(json, pad, "\"#hier#\"").Replace("\"#hier#\"", waarde, StringComparison.Ordinal);
}
