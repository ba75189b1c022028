using System.Text.Json.Nodes;
using CsCheck;
using SlimRegeling.Web.Beoordelen;
using SlimRegeling.Web.Formulieren;

namespace SlimRegeling.Web.Tests;

/// <summary>What is typed in an assessment is what the API gets, and what the API has is what stands in the fields.</summary>
public class BeoordeelformulierTests
{
    private const string Advies = "activiteiten[0].externeUren[0]";
    private const string Overig = "activiteiten[0].overigeExterneKosten";

    private static readonly Beoordelingsbeeld Beeld = new(
        "volledig",
        KanNu: true,
        VanU: true,
        [
            new("niet-haalbaar", "De haalbaarheid is onvoldoende aannemelijk", "2.12, onderdeel c", "grond"),
            new("gesprekstijd", "Een traject omvat vier uur gesprekken", "2.4, zesde lid", "eis"),
        ],
        [
            new(Advies, "A", "externe-uren", new Regelwaarde(Uren: 80m, Uurtarief: 125.00m), 10_000.00m),
            new(Overig, "A", "overige-externe-kosten", new Regelwaarde(Bedrag: 899.20m), 899.20m),
            new("activiteiten[1].trajecten", "B", "trajecten", new Regelwaarde(Aantal: 3), 2_100.00m),
        ],
        [],
        new Conceptbeoordeling(0, [])
    );

    private static readonly Gen<JsonObject> Verzoek = Gen.Select(
            Gen.Select(Gen.Int[0, 2], Gen.OneOf("", "Omdat het zo is.", "Twee\nregels.")).Array[2],
            Gen.Select(Gen.Int[0, 2], Gen.Int[1, 70], Gen.OneOf("Te veel.", "Dubbel."), Gen.OneOf("2.14", "2.15, onderdeel h")).Array[2]
        )
        .Select((oordelen, regels) => Schrijf(oordelen, regels));

    [Fact]
    public void Wat_de_API_heeft_staat_in_de_velden_en_komt_zo_terug() =>
        Verzoek.Sample(verzoek =>
        {
            var formulier = new Beoordeelformulier(Beeld);
            var invulling = formulier.Vul(verzoek);

            var terug = formulier.Verzoek(invulling);

            Assert.Empty(invulling.Fouten);
            Assert.True(JsonNode.DeepEquals(verzoek, terug), $"{verzoek.ToJsonString()} became {terug.ToJsonString()}");
        });

    [Fact]
    public void Een_leeg_formulier_zegt_niets_en_aanvaardt_wat_is_gevraagd()
    {
        var formulier = new Beoordeelformulier(Beeld);
        var invulling = formulier.Vul([]);

        Assert.Equal(("80", "125,00"), (invulling["regel0.uren"], invulling["regel0.uurtarief"]));
        Assert.Equal("aanvaard", invulling["regel0.oordeel"]);
        Assert.Equal("""{"gronden":[],"regels":[]}""", formulier.Verzoek(invulling).ToJsonString());
    }

    [Fact]
    public void Alleen_wat_anders_is_dan_gevraagd_gaat_mee()
    {
        var formulier = new Beoordeelformulier(Beeld);
        var invulling = formulier.Vul([]);
        invulling.Zet("regel0.oordeel", "gewijzigd");
        invulling.Zet("regel0.uren", "72,5");
        invulling.Zet("regel0.uurtarief", "125");
        invulling.Zet("regel0.reden", "Te veel.");

        var regel = formulier.Verzoek(invulling)["regels"]!.AsArray().Single()!;

        Assert.Equal("""{"uren":72.5}""", regel["nieuw"]!.ToJsonString());
    }

    [Fact]
    public void Wie_opnieuw_beoordeelt_noemt_ook_de_regel_die_weer_wordt_aanvaard()
    {
        var formulier = new Beoordeelformulier(Beeld);
        var invulling = formulier.Vul(Schrijf([], [(1, 1, "Dubbel.", "2.14"), (2, 7, "Te veel.", "2.14")]));
        invulling.Zet("regel0.oordeel", "aanvaard");

        var regels = formulier.Verzoek(invulling, elkeRegel: true)["regels"]!.AsArray();

        Assert.Equal(["aanvaard", "gewijzigd", "aanvaard"], regels.Select(r => (string)r!["uitkomst"]!));
        Assert.Equal("""{"bedrag":"7.00"}""", regels[1]!["nieuw"]!.ToJsonString());
    }

    [Fact]
    public void Wat_niemand_per_regel_beoordeelde_wordt_niet_vanzelf_aanvaard()
    {
        var formulier = new Beoordeelformulier(Beeld);
        var invulling = formulier.Vul([], ongenoemd: "");

        Assert.Equal("", invulling["regel0.oordeel"]);
        Assert.Equal("""{"gronden":[],"regels":[]}""", formulier.Verzoek(invulling, elkeRegel: true).ToJsonString());
    }

    [Fact]
    public void Wat_niet_te_lezen_of_te_bewaren_is_wordt_op_zijn_plaats_gezegd_en_blijft_staan()
    {
        var formulier = new Beoordeelformulier(Beeld);
        var invulling = formulier.Vul([]);
        invulling.Zet("regel0.oordeel", "gewijzigd");
        invulling.Zet("regel0.uren", "veel");
        invulling.Zet("niet-haalbaar.argument", "Er is geen planning.");

        formulier.Verzoek(invulling);

        Assert.Equal(["regel0.uren", "niet-haalbaar.oordeel"], invulling.Fouten.Select(f => f.Pad));
        Assert.Equal(("veel", "Er is geen planning."), (invulling["regel0.uren"], invulling["niet-haalbaar.argument"]));
        var regels = formulier.Foutregels(invulling);
        Assert.Equal(["v-regel0-uren", "v-niet-haalbaar-oordeel-0"], regels.Select(r => r.Id));
        Assert.StartsWith("Activiteit A: 80 uur van een adviseur", regels[0].Veld, StringComparison.Ordinal);
    }

    [Fact]
    public void Voor_het_voorleggen_ontbreekt_geen_oordeel_en_geen_argument()
    {
        var formulier = new Beoordeelformulier(Beeld);
        var invulling = formulier.Vul([]);
        invulling.Zet("gesprekstijd.oordeel", "voldaan");

        formulier.MeldOntbrekend(invulling);

        Assert.Equal(["niet-haalbaar.oordeel", "niet-haalbaar.argument", "gesprekstijd.argument"], invulling.Fouten.Select(f => f.Pad));
    }

    [Theory]
    [InlineData("gronden[0].argument", "gesprekstijd.argument")]
    [InlineData("gronden[0].code", "gesprekstijd.oordeel")]
    [InlineData("regels[0].nieuw", "regel1.oordeel")]
    [InlineData("regels[0].nieuw.bedrag", "regel1.bedrag")]
    [InlineData("regels[0].artikel", "regel1.artikel")]
    [InlineData("regels[7].artikel", "")]
    [InlineData("regels", "")]
    [InlineData("begroting", "")]
    public void Wat_de_API_verkeerd_vindt_staat_bij_het_veld_waar_het_over_gaat(string veld, string pad)
    {
        var verzoek = new JsonObject
        {
            ["gronden"] = new JsonArray(
                new JsonObject
                {
                    ["code"] = "gesprekstijd",
                    ["uitkomst"] = "voldaan",
                    ["argument"] = "",
                }
            ),
            ["regels"] = new JsonArray(new JsonObject { ["regel"] = Overig, ["uitkomst"] = "geschrapt" }),
        };

        Assert.Equal(pad, new Beoordeelformulier(Beeld).Plaats(veld, verzoek));
    }

    private static JsonObject Schrijf((int Keuze, string Argument)[] oordelen, (int Keuze, int Uren, string Reden, string Artikel)[] regels)
    {
        string[] codes = ["niet-haalbaar", "gesprekstijd"];
        string[] plaatsen = [Advies, Overig];
        return new()
        {
            ["gronden"] = new JsonArray([
                .. oordelen
                    .Zip(codes)
                    .Where(o => o.First.Keuze > 0)
                    .Select(o => new JsonObject
                    {
                        ["code"] = o.Second,
                        ["uitkomst"] = o.First.Keuze == 1 ? "voldaan" : "nietVoldaan",
                        ["argument"] = o.First.Argument,
                    }),
            ]),
            ["regels"] = new JsonArray([.. regels.Zip(plaatsen).Where(r => r.First.Keuze > 0).Select(r => Regel(r.Second, r.First))]),
        };

        static JsonObject Regel(string plaats, (int Keuze, int Uren, string Reden, string Artikel) r)
        {
            var regel = new JsonObject { ["regel"] = plaats, ["uitkomst"] = r.Keuze == 1 ? "geschrapt" : "gewijzigd" };
            if (r.Keuze == 2)
            {
                regel["nieuw"] = plaats == Advies ? new JsonObject { ["uren"] = r.Uren } : new JsonObject { ["bedrag"] = $"{r.Uren}.00" };
            }
            regel["reden"] = r.Reden;
            regel["artikel"] = r.Artikel;
            return regel;
        }
    }
}
