using System.Text.Json;
using NodaTime.Text;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Api.Tests;

// What goes back of a case that was settled at nothing: what was signed beside its letter, what finance and who pays read, and the ledger.
internal sealed partial class Bedragen
{
    private const string TeVorderen = "te-vorderen";
    private const string Rente = "rente";

    /// <summary>Claims back all that was advanced.</summary>
    public async Task Teruggevorderd(string zaak, string wie)
    {
        var (besluit, bedrag) = await Neem(zaak, "terugvordering", new { argument = "Er is niets uitgevoerd." });
        var brief = await Woorden(wie, $"{besluit}-terugvordering");
        Assert.Equal(
            (bedrag, bedrag, bedrag, 0m),
            (Na(brief, "besloten"), Na(brief, "U kreeg van ons"), Na(brief, "U betaalt"), Na(brief, "U hebt recht op"))
        );
        Assert.Equal((bedrag, 0m, bedrag), await Vordering(zaak, wie));
    }

    /// <summary>Sets the interest that ran up.</summary>
    public async Task MetRente(string zaak, string wie)
    {
        var voor = await Vordering(zaak, wie);
        var opgelopen = Bedrag(await Beeld(zaak), "rente");
        var (besluit, bedrag) = await Neem(zaak, "rente", new { argument = "Er is niet op tijd betaald." });
        Assert.Equal(opgelopen, bedrag);
        var brief = await Woorden(wie, $"{besluit}-vorderingsbesluit");
        Assert.Equal((bedrag, bedrag, bedrag), (Na(brief, "Het gaat om"), Na(brief, "is dat samen"), Na(brief, "Daarvan stelden wij")));
        Assert.Equal((voor.Open + bedrag, voor.Gerekend + bedrag, voor.Hoofdsom), await Vordering(zaak, wie));
    }

    /// <summary>Sets all of the advance of another case off, which was not paid.</summary>
    public async Task Verrekend(string zaak, string ander, string wie)
    {
        var voor = await Vordering(zaak, wie);
        var opdracht = $"{ander}-B1";
        var voorschot = Bedrag((await Zaakloop.Gelukt(huis.Haal(Mensen.Controleur, $"/v1/betaalopdrachten/{opdracht}"))).Inhoud, "bedrag");
        var voorstel = new
        {
            betaalopdracht = opdracht,
            zelfdeActiviteiten = true,
            argument = "Zelfde methode.",
        };
        var (besluit, bedrag) = await Neem(zaak, "verrekening", voorstel);
        Assert.Equal(voorschot, bedrag);
        var brief = await Woorden(wie, $"{besluit}-vorderingsbesluit");
        Assert.Contains(opdracht, brief, StringComparison.Ordinal);
        Assert.Equal((bedrag, bedrag), (Na(brief, "Het gaat om"), Na(brief, "Wij houden daarvan")));
        Assert.Equal((voor.Open - bedrag, voor.Gerekend, voor.Hoofdsom), await Vordering(zaak, wie));

        var besluiten = (await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/verleningen/{ander}"))).Inhoud;
        var verleend = Bedrag(besluiten.GetProperty("besluit"), "bedrag");
        await Grootboek(ander, (Budget, verleend), (Verplichtingen, -verleend), (Voorschotten, bedrag), (Bank, -bedrag));
        Assert.Equal((verleend, bedrag, bedrag, 0m), await Zaakpagina(ander, wie));
    }

    /// <summary>Lets what is left be paid in two parts.</summary>
    /// <param name="deel">In ten-thousandths, the first.</param>
    public async Task InTermijnen(string zaak, string wie, int deel)
    {
        var voor = await Vordering(zaak, wie);
        var eerste = Math.Clamp(decimal.Round(voor.Open * deel / 10_000m, 2), 0.01m, voor.Open - 0.01m);
        decimal[] termijnen = [eerste, voor.Open - eerste];
        var vandaag = Moment.Dag(huis.Klok.GetCurrentInstant());
        var voorstel = new
        {
            argument = "In één keer kan het niet.",
            termijnen = termijnen.Select(
                (termijn, i) => new { uiterlijk = LocalDatePattern.Iso.Format(vandaag.PlusDays(30 * (i + 1))), bedrag = Euro(termijn) }
            ),
        };
        var (besluit, bedrag) = await Neem(zaak, "betalingsregeling", voorstel);
        Assert.Equal(voor.Open, bedrag);
        var brief = await Woorden(wie, $"{besluit}-vorderingsbesluit");
        Assert.Equal((bedrag, bedrag), (Na(brief, "Het gaat om"), Na(brief, "U kunt")));
        Assert.Equal(termijnen, (await Rijen(wie, $"{besluit}-vorderingsbesluit")).Select(r => Euro(r[^1])));
        Assert.Equal(termijnen, Regeling(await Beeld(zaak)));
        Assert.Equal(termijnen, Regeling(await Eigen(zaak, wie)));
        Assert.Equal(voor, await Vordering(zaak, wie));

        static IEnumerable<decimal> Regeling(JsonElement vordering) =>
            vordering.GetProperty("regeling").EnumerateArray().Select(t => Bedrag(t, "bedrag"));
    }

    /// <summary>Proposed by one of finance, and signed by as many others as it asks.</summary>
    private async Task<(string Besluit, decimal Bedrag)> Neem(string zaak, string wat, object verzoek)
    {
        var pad = $"/v1/vorderingen/{zaak}-TV1";
        await Zaakloop.Gelukt(huis.Post(Mensen.FinancieelMedewerker, $"{pad}/{wat}", JsonSerializer.Serialize(verzoek)));
        var voorstel = (await Beeld(zaak)).GetProperty("voorstel");
        var hash = JsonSerializer.Serialize(new { hash = voorstel.GetProperty("hash").GetString() });
        string[] anderen = [Mensen.TweedeFinancieelMedewerker, Mensen.Controleur];
        foreach (var tekent in anderen.Take(voorstel.GetProperty("nodig").GetInt32()))
        {
            await Zaakloop.Gelukt(huis.Post(tekent, $"{pad}/ondertekening", hash));
        }
        await huis.Stil();
        return (voorstel.GetProperty("besluit").GetString()!, Bedrag(voorstel, "bedrag"));
    }

    /// <summary>What is open, what was charged beside the sum, and the sum: the same for finance, for who pays, and in the ledger.</summary>
    private async Task<(decimal Open, decimal Gerekend, decimal Hoofdsom)> Vordering(string zaak, string wie)
    {
        var (beeld, eigen) = (await Beeld(zaak), await Eigen(zaak, wie));
        var (open, ontvangen) = (beeld.GetProperty("open"), beeld.GetProperty("ontvangen"));
        var hoofdsom = Bedrag(beeld, "hoofdsom");
        Assert.Equal((hoofdsom, Totaal(open)), (Bedrag(eigen, "hoofdsom"), Bedrag(eigen, "openstaand")));
        Assert.Equal(Totaal(ontvangen), eigen.GetProperty("ontvangsten").EnumerateArray().Sum(o => Totaal(o.GetProperty("toegerekend"))));
        var gerekend = Naast(open) + Naast(ontvangen);
        Assert.Equal(hoofdsom + gerekend, Totaal(open) + Totaal(ontvangen));
        (string Rekening, decimal Bedrag)[] boeken = [(Bank, Totaal(ontvangen) - hoofdsom), (TeVorderen, Totaal(open)), (Rente, -gerekend)];
        await Grootboek(zaak, [.. boeken.Where(b => b.Bedrag != 0)]);
        return (Totaal(open), gerekend, hoofdsom);

        static decimal Naast(JsonElement toerekening) => Bedrag(toerekening, "kosten") + Bedrag(toerekening, "rente");

        static decimal Totaal(JsonElement toerekening) => Naast(toerekening) + Bedrag(toerekening, "hoofdsom");
    }

    private async Task<JsonElement> Beeld(string zaak) =>
        (await Zaakloop.Gelukt(huis.Haal(Mensen.Controleur, $"/v1/vorderingen/{zaak}-TV1"))).Inhoud;

    private async Task<JsonElement> Eigen(string zaak, string wie) =>
        (await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/betaalzaken/{zaak}/vorderingen"))).Inhoud.GetProperty("vorderingen")[0];

    /// <summary>What a letter says outside its tables, as it was sent; a space that does not break is a space.</summary>
    private async Task<string> Woorden(string wie, string brief)
    {
        var blokken = (await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/brieven/{brief}/pagina"))).Inhoud.GetProperty("blokken");
        return string.Join('\n', blokken.EnumerateArray().SelectMany(Regels)).Replace('\u00A0', ' ');

        static IEnumerable<string> Regels(JsonElement blok) =>
            blok.GetProperty("soort").GetString() switch
            {
                "tabel" => [],
                "opsomming" => blok.GetProperty("punten").EnumerateArray().Select(p => p.GetString()!),
                _ => [blok.GetProperty("tekst").GetString()!],
            };
    }

    /// <summary>The amount right after the first of these words.</summary>
    private static decimal Na(string woorden, string begin)
    {
        var vanaf = woorden.IndexOf($"{begin} €", StringComparison.Ordinal);
        Assert.True(vanaf >= 0, $"There is no amount after '{begin}' in: {woorden}");
        var bedrag = woorden[(vanaf + begin.Length)..];
        return Euro(bedrag[..(bedrag.IndexOf(',', StringComparison.Ordinal) + 3)]);
    }
}
