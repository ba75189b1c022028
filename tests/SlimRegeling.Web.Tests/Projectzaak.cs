using Microsoft.Playwright;
using NodaTime;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Omgeving;

namespace SlimRegeling.Web.Tests;

/// <summary>A case with an award: heard of, or decided on in the way of the API.</summary>
internal static class Projectzaak
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>What is heard of an award of 8,000.00 at 80% of 10,000.00 that ended yesterday and is settled on a declaration.</summary>
    public static SubsidieVerleendBericht OpVerzoek(string zaak, string tijdvak, Instant nu)
    {
        var dag = nu.InUtc().Date;
        return new(
            zaak,
            tijdvak,
            "69599084",
            "slim-2024",
            $"{zaak}-V1",
            dag.PlusYears(-1),
            10_000.00m,
            8_000.00m,
            4_000.00m,
            dag.PlusYears(-1),
            dag.PlusDays(-1),
            "aanvraag",
            ["A"],
            ["beoordelaar", "medeondertekenaar"],
            nu,
            new Dictionary<string, decimal> { ["A"] = 8_000.00m },
            "mkb-onderneming"
        );
    }

    /// <summary>Of a partnership of two that must report on its first twelve months now.</summary>
    public static SubsidieVerleendBericht Verband(string zaak, string tijdvak, Instant nu)
    {
        var begin = nu.InUtc().Date.PlusMonths(-12).PlusDays(-7);
        return OpVerzoek(zaak, tijdvak, nu) with
        {
            Regelversie = "slim-2026",
            Besluitdatum = begin,
            SubsidiabeleKosten = 100_000.00m,
            Bedrag = 60_000.00m,
            Voorschot = 15_000.00m,
            PeriodeVan = begin,
            PeriodeTot = begin.PlusMonths(24),
            Activiteiten = ["C"],
            Aandelen = new Dictionary<string, decimal> { ["C"] = 60_000.00m },
            Aanvragertype = "samenwerkingsverband",
            Partijen = new Dictionary<string, decimal> { ["69599084"] = 30_000.00m, ["68750110"] = 30_000.00m },
        };
    }

    /// <summary>Of that partnership, so large that an auditor's report is due, and over: 200,000.00 of other external costs before the surcharge.</summary>
    public static SubsidieVerleendBericht MetPosten(string zaak, string tijdvak, Instant nu) =>
        Verband(zaak, tijdvak, nu) with
        {
            SubsidiabeleKosten = 230_000.00m,
            Bedrag = 141_000.00m,
            Voorschot = 35_250.00m,
            PeriodeTot = nu.InUtc().Date.PlusDays(-1),
            Aandelen = new Dictionary<string, decimal> { ["C"] = 138_000.00m },
            Partijen = new Dictionary<string, decimal> { ["69599084"] = 70_500.00m, ["68750110"] = 70_500.00m },
            Posten = new Dictionary<string, IReadOnlyDictionary<string, decimal>>
            {
                ["C"] = new Dictionary<string, decimal> { ["overige-externe-kosten"] = 200_000.00m },
            },
        };

    public static async Task<string> Gehoord(
        Portaalhuis huis,
        string tijdvak,
        Func<string, string, Instant, SubsidieVerleendBericht> bericht
    )
    {
        var zaak = await Werkzaak.Ingediend(huis, tijdvak);
        await huis.Zeg("verlening", "subsidie-verleend", zaak, bericht(zaak, tijdvak, huis.Nu));
        return zaak;
    }

    /// <summary>Awarded by two people, to an enterprise of its own; the letter is sent.</summary>
    /// <param name="naam">Also that of the button to sign in.</param>
    public static async Task<string> Verleend(Portaalhuis huis, string tijdvak, string wie, string naam, string kvkNummer)
    {
        huis.Registreer(wie, naam, kvkNummer);
        await huis.Ingeschreven(wie, naam, kvkNummer);
        var zaak = await Werkzaak.Klaar(huis, tijdvak, wie);
        await Werkzaak.LegVoor(huis, zaak);
        await Bezwaarzaak.Onderteken(huis.Adres, zaak);
        await huis.Stil();
        return zaak;
    }

    /// <summary>The minister means to withdraw a part of it, and told so by letter.</summary>
    public static async Task Voorgenomen(Portaalhuis huis, string zaak)
    {
        await huis.Gelukt(
            "beoordelaar",
            HttpMethod.Post,
            $"/v1/verleningen/{zaak}/intrekkingen",
            new
            {
                bedrag = "1000.00",
                grond = "activiteiten-niet-verricht",
                argument = "De methode is er niet.",
                hardheid = "Niet te hard.",
            }
        );
        await huis.Stil();
    }

    public static async Task<string> Document(Portaalhuis huis, string zaak, string soort, string wie = "ondernemer")
    {
        using var client = await Voorbeeldbeller.Als(wie, huis.Adres);
        using var bestand = new ByteArrayContent(Proefpdf.Van(soort));
        bestand.Headers.ContentType = new("application/octet-stream");
        client.DefaultRequestHeaders.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var antwoord = await client.PostAsync($"/v1/documenten?zaaknummer={zaak}&soort={soort}", bestand, Ct);
        var tekst = await antwoord.Content.ReadAsStringAsync(Ct);
        Assert.True(antwoord.IsSuccessStatusCode, tekst);
        await huis.Stil();
        return System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement>(tekst).GetProperty("document").GetString()!;
    }

    public static FilePayload Bestand(string naam, byte[] inhoud) =>
        new()
        {
            Name = naam,
            MimeType = "application/octet-stream",
            Buffer = inhoud,
        };
}
