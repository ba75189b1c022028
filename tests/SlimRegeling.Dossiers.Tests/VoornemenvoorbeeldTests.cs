using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Regels;
using SlimRegeling.Relaties;
using static SlimRegeling.Dossiers.Tests.Zaken;

namespace SlimRegeling.Dossiers.Tests;

/// <summary>The letter of what is meant to be withdrawn is read before it is proposed, and is the one that leaves then.</summary>
public sealed class VoornemenvoorbeeldTests(Proefhuis huis) : IClassFixture<Proefhuis>
{
    private static readonly string Zaak = Platform.Zaaknummer.Maak([4, 4, 4, 4, 4, 4, 4, 4, 4]).ToString();
    private static readonly string Pad = $"/v1/brieven/voorbeeld/{Zaak}/intrekking-voornemen";
    private static readonly Intrekkingstekst Tekst = new("De methode is er niet.", "Een deel is genoeg.");

    private static readonly IntrekkingVoorgenomenBericht Voornemen = new(
        Zaak,
        Kvk,
        "slim-2026",
        $"{Zaak}-I1",
        $"{Zaak}-V1",
        "verlening",
        Intrekkingsgrondcode.NietBesteed,
        4_000.00m,
        11_040.00m,
        Guid.Parse("00000000-0000-0000-0000-000000000044"),
        BeslissersContext.Afschrift(Tekst).Hash,
        Dag.PlusWeeks(13),
        Nu
    );

    private static readonly Voornemenvoorbeeld.Verzoek Getypt = new(
        Voornemen.Bedrag,
        Voornemen.Grond,
        $" {Tekst.Argument} ",
        Tekst.Hardheid
    );

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task De_brief_vooraf_is_de_brief_die_uitgaat()
    {
        BeslissersContext.Voornemens[Zaak] = new(Voornemen with { Motivering = Guid.Empty, Hash = "" }, Tekst);
        await Lees(
            huis.Post(
                "olivia",
                $"/v1/ondernemingen/{Kvk}",
                new Inschrijven.Verzoek(
                    Bouwbedrijf.Naam,
                    Bouwbedrijf.Straat,
                    "3511ab",
                    Bouwbedrijf.Plaats,
                    ["41.20"],
                    "NL91 ABNA 0417 1643 00",
                    "De Troffel"
                )
            )
        );
        await huis.Stil();

        var vooraf = await Lees(huis.Post("bea", Pad, Getypt));
        await huis.Stil();
        Assert.Equal("intrekking-voornemen", vooraf.GetProperty("soort").GetString());
        Assert.Contains(Tekst.Argument, vooraf.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(0, (await Lees(huis.Haal("olivia", $"/v1/brieven?zaaknummer={Zaak}"))).GetArrayLength());

        BeslissersContext.Voornemens[Zaak] = new(Voornemen, Tekst);
        await Lees(huis.Post("ben", "/v1/besluiten", new IetsBesloten(Voornemen: Voornemen)));
        await huis.Stil();
        var verstuurd = await Lees(huis.Haal("olivia", $"/v1/brieven/{Zaak}-I1-intrekking-voornemen/pagina"));
        foreach (var deel in (string[])["kenmerk", "datum", "onderwerp", "blokken", "slot"])
        {
            Assert.Equal(verstuurd.GetProperty(deel).GetRawText(), vooraf.GetProperty(deel).GetRawText());
        }
    }

    [Fact]
    public async Task Wat_wordt_geweigerd_leest_wie_het_typte_en_een_ander_ziet_niets()
    {
        using var geweigerd = await huis.Post("bea", Pad, Getypt with { Argument = "" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, geweigerd.StatusCode);
        var fout = (await geweigerd.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("fouten")[0];
        Assert.Equal(("argument", "Schrijf waarom."), (fout.GetProperty("veld").GetString(), fout.GetProperty("uitleg").GetString()));
        foreach (var ander in (string[])["olivia", "bas", "ben"])
        {
            using var antwoord = await huis.Post(ander, Pad, Getypt);
            Assert.Equal(HttpStatusCode.Forbidden, antwoord.StatusCode);
        }
    }

    private static async Task<JsonElement> Lees(Task<HttpResponseMessage> gevraagd)
    {
        using var antwoord = await gevraagd;
        Assert.True(antwoord.IsSuccessStatusCode, await antwoord.Content.ReadAsStringAsync(Ct));
        return await antwoord.Content.ReadFromJsonAsync<JsonElement>(Ct);
    }
}
