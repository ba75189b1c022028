using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using NodaTime;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Api.Tests;

/// <summary>
/// Random amounts from the award to the last payment: what two people signed stands to the cent the same in the letter, on the page of the case, in the payment
/// file, in the ledger and as aid, of a partnership also what each party receives, and of what was paid too much also what goes back.
/// </summary>
public sealed partial class BedragenOveralTests(Apihuis huis)
{
    private const string Gezien = "De factuur en de offertes zaten bij het verslag.";

    private static readonly string[] Verslagen =
    [
        "deelnemende-ondernemingen",
        "producten-methode",
        "evaluatieverslag",
        "activiteitenverslag",
        "financieel-verslag",
    ];

    private readonly Zaakloop _loop = new(huis);
    private readonly Bedragen _bedragen = new(huis);

    /// <summary>In cents.</summary>
    /// <param name="Kosten">Part of the costs of one activity.</param>
    /// <param name="Lager">What goes off in the settlement; less than what is due after the advance.</param>
    private sealed record Keuze(int Kosten, int Lager);

    private sealed record Zaak(string Nummer, string Wie, string KvkNummer, Keuze Keuze);

    [Fact]
    public async Task What_an_enterprise_is_awarded_and_paid_is_the_same_amount_everywhere() =>
        // Together, as the clock of all tests goes on for each.
        await Gen.Select(Gen.Int[50_000, 350_000], Gen.Int[1, 500_000])
            .Array[3]
            .SampleAsync(async keuzes => await Enkel([.. keuzes.Select(k => new Keuze(k.Item1, k.Item2))]), iter: 1, threads: 1);

    [Fact]
    public async Task What_a_partnership_and_each_of_its_parties_receive_is_the_same_amount_everywhere() =>
        await Gen.Select(Gen.Int[20_000_000, 26_000_000], Gen.Int[400, 600], Gen.Int[800, 990])
            .SampleAsync(async k => await Verband(k.Item1 / 100m, k.Item2, k.Item3), iter: 2, threads: 1);

    private async Task Enkel(IReadOnlyList<Keuze> keuzes)
    {
        var zaken = new List<Zaak>();
        foreach (var keuze in keuzes)
        {
            var (wie, kvkNummer) = huis.Ondernemer();
            await _loop.Ingeschreven(wie, kvkNummer);
            var tijdvak = await _loop.Tijdvak();
            var formulier = Zaakloop.Formulier.Replace("899.20", Bedragen.Euro(keuze.Kosten / 100m), StringComparison.Ordinal);
            var nummer = await DienIn(tijdvak, wie, formulier);
            await _loop.Gereserveerd(tijdvak, nummer);
            await _loop.Beoordeeld(nummer);
            await _loop.Verleend(nummer);
            zaken.Add(new Zaak(nummer, wie, kvkNummer, keuze));
            var verleend = await _bedragen.Verleend(nummer, wie);
            Assert.Equal(verleend, await _bedragen.Steun(kvkNummer, nummer));
        }
        huis.Klok.Vooruit(Duration.FromDays(400));
        foreach (var zaak in zaken)
        {
            await Zaakloop.Gelukt(huis.Post(Mensen.Beoordelaar, $"/v1/verantwoordingen/{zaak.Nummer}/steekproef", """{"zaad":"z"}"""));
        }
        await huis.Stil();
        huis.Klok.Vooruit(Duration.FromDays(60));
        foreach (var (nummer, wie, kvkNummer, keuze) in zaken)
        {
            var pad = $"/v1/verantwoordingen/{nummer}";
            await Zaakloop.Gelukt(huis.Post(Mensen.Dubbel, $"{pad}/beoordeling", Oordeel(keuze.Lager / 100m)));
            await Onderteken(pad);
            var (verleend, vastgesteld) = await _bedragen.Vastgesteld(nummer, wie);
            Assert.Equal(verleend - (keuze.Lager / 100m), vastgesteld);
            Assert.Equal(vastgesteld, await _bedragen.Steun(kvkNummer, nummer));
        }
    }

    /// <param name="deel">Of the costs, in thousandths, that of the party.</param>
    /// <param name="gemaakt">Of those, in thousandths, what was made.</param>
    private async Task Verband(decimal kosten, int deel, int gemaakt)
    {
        var (hoofd, partij) = (huis.Ondernemer(), huis.Ondernemer());
        await _loop.Ingeschreven(hoofd.Wie, hoofd.KvkNummer);
        await _loop.Ingeschreven(partij.Wie, partij.KvkNummer);
        var vanPartij = Omlaag(kosten * deel / 1000);
        var tijdvak = await _loop.Tijdvak(volgorde: "binnenkomst", plafond: "10000000.00", type: "samenwerkingsverband");
        var zaak = await DienIn(tijdvak, hoofd.Wie, Formulier(hoofd.KvkNummer, partij.KvkNummer, kosten, vanPartij));
        await Zaakloop.Gelukt(huis.Post(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}/volledigheid", """{"volledig":true}"""));
        await Zaakloop.Gelukt(huis.Post(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}/toewijzing"));
        huis.Klok.Vooruit(Zaakloop.Openstelling);
        await Zaakloop.Gelukt(huis.Post(Mensen.Regelbeheerder, $"/v1/ontvangsten/{tijdvak}"));
        await huis.Stil();
        await _loop.Beoordeeld(zaak);
        await _loop.Verleend(zaak);
        var verleend = await _bedragen.Verleend(zaak, hoofd.Wie);
        var delen = await _bedragen.VerleendeDelen(zaak, hoofd.Wie);
        Assert.Equal(verleend, delen.Values.Sum());
        Assert.Equal(delen, await _bedragen.SteunEnRegister(zaak, delen.Keys));

        var document = (
            await Zaakloop.Gelukt(huis.Zend(hoofd.Wie, HttpMethod.Post, $"/v1/documenten?zaaknummer={zaak}&soort=verslag", Zaakloop.Pdf))
        ).Veld("document");
        await huis.Stil();
        var pad = $"/v1/verantwoordingen/{zaak}";
        var declaratie = Declaratie(
            document,
            Factuur("een", hoofd.KvkNummer, Omlaag((kosten - vanPartij) * gemaakt / 1000)),
            Factuur("twee", partij.KvkNummer, Omlaag(vanPartij * gemaakt / 1000))
        );
        await Zaakloop.Gelukt(huis.Put(hoofd.Wie, $"{pad}/declaratie/concept", declaratie));
        await Zaakloop.Gelukt(huis.Post(hoofd.Wie, $"{pad}/declaratie", """{"allesGedaan":true}"""));
        await huis.Stil();
        var oordelen = Oordelen(hoofd.KvkNummer, partij.KvkNummer);
        await Zaakloop.Gelukt(huis.Post(Mensen.Beoordelaar, $"{pad}/declaratie/beoordeling", oordelen));
        await Onderteken(pad);
        var (_, vastgesteld) = await _bedragen.Vastgesteld(zaak, hoofd.Wie);
        var over = await _bedragen.SteunEnRegister(zaak, delen.Keys);
        Assert.Equal(vastgesteld, over.Values.Sum());
        Assert.All(over, o => Assert.InRange(o.Value, 0.01m, delen[o.Key]));
    }

    private async Task<string> DienIn(string tijdvak, string wie, string formulier)
    {
        var zaak = (await Zaakloop.Gelukt(huis.Post(wie, "/v1/aanvragen", $$"""{"tijdvak":"{{tijdvak}}"}"""))).Veld("zaaknummer");
        await Zaakloop.Gelukt(huis.Put(wie, $"/v1/aanvragen/{zaak}/concept", formulier));
        await Zaakloop.Gelukt(huis.Post(wie, $"/v1/aanvragen/{zaak}/indiening"));
        await huis.Stil();
        return zaak;
    }

    private async Task Onderteken(string pad)
    {
        foreach (var wie in (string[])[Mensen.Medeondertekenaar, huis.Medewerker(Rol.Medeondertekenaar)])
        {
            var beeld = (await Zaakloop.Gelukt(huis.Haal(wie, pad))).Inhoud;
            var hash = beeld.GetProperty("voorstel").GetProperty("hash").GetString();
            await Zaakloop.Gelukt(huis.Post(wie, $"{pad}/ondertekening", $$"""{"hash":"{{hash}}"}"""));
        }
        await huis.Stil();
    }

    private static string Formulier(string hoofd, string partij, decimal kosten, decimal vanPartij)
    {
        var formulier = JsonNode.Parse(Partnerschap.Formulier(Partnerschap.Mkb(hoofd), Partnerschap.Mkb(partij)))!;
        formulier["activiteiten"]![0]!["overigeExterneKosten"] = Bedragen.Euro(kosten);
        formulier["partijen"]![0]!["aandeelKosten"] = Bedragen.Euro(kosten - vanPartij);
        formulier["partijen"]![1]!["aandeelKosten"] = Bedragen.Euro(vanPartij);
        return formulier.ToJsonString();
    }

    /// <summary>All was done, and this much goes off all the same.</summary>
    private static string Oordeel(decimal lager) =>
        JsonSerializer.Serialize(
            new
            {
                activiteiten = ((string[])["A", "C"]).Select(soort => new
                {
                    soort,
                    uitgevoerd = true,
                    argument = "gezien",
                }),
                verlaging = new
                {
                    grond = "verplichtingen-niet-nageleefd",
                    bedrag = Bedragen.Euro(lager),
                    reden = "U gaf geen inzage in uw administratie.",
                },
            }
        );

    private static string Declaratie(string document, params object[] regels) =>
        JsonSerializer.Serialize(
            new
            {
                regels,
                verslagen = Verslagen.Select(code => new { code, documenten = new[] { document } }),
                afwijkingen = new[]
                {
                    new
                    {
                        activiteit = "C",
                        uitleg = "Wij hadden minder begeleiding nodig.",
                        post = "overige-externe-kosten",
                    },
                },
            }
        );

    private static object Factuur(string id, string partij, decimal bedrag) =>
        new
        {
            id,
            soort = "factuur",
            activiteit = "C",
            partij,
            leverancier = "Leverancier B.V.",
            factuurnummer = $"F-{id}-{partij}",
            factuurdatum = "2026-04-20",
            betaaldatum = "2026-05-04",
            bedrag = Bedragen.Euro(bedrag),
        };

    private static string Oordelen(string hoofd, string partij) =>
        JsonSerializer.Serialize(
            new
            {
                regels = ((string[])["een", "twee"]).Select(regel => new
                {
                    regel,
                    uitkomst = "aanvaard",
                    reden = Gezien,
                }),
                controleverklaring = new { uitkomst = "aanvaard" },
                sectoren = ((string[])[hoofd, partij]).ToDictionary(kvkNummer => kvkNummer, _ => "overig"),
            }
        );

    private static decimal Omlaag(decimal bedrag) => decimal.Round(bedrag, 2, MidpointRounding.ToZero);
}
