using System.Net.Http.Headers;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Host.Voorbeeldzaken;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Web.Tests;

/// <summary>A case that was awarded by two people to an enterprise of its own, with the order of its advance.</summary>
/// <param name="Wie">Who acts for the enterprise, by their own name for themselves.</param>
internal sealed record Geldzaak(string Wie, string Zaak, string Kvk, string Opdracht, decimal Bedrag)
{
    public const string Fenna = "financieel-medewerker";
    public const string Floris = "financieel-medewerker-2";
    public const string Coen = "financieel-controleur";
    public const string Cleo = "financieel-controleur-2";

    /// <summary>From which is paid in the examples.</summary>
    public const string Rekening = "NL91ABNA0417164300";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <param name="voor">Who acts for it; null for an enterprise that nobody knows yet.</param>
    /// <param name="formulier">Null for the one that is filled in everywhere; another asks no more than it.</param>
    public static async Task<Geldzaak> Verleend(Portaalhuis huis, string tijdvak, string? voor = null, string? formulier = null)
    {
        var wie = voor ?? await huis.Onderneming();
        var zaak = await Werkzaak.Klaar(huis, tijdvak, wie, formulier);
        await Werkzaak.LegVoor(huis, zaak);
        await Bezwaarzaak.Onderteken(huis.Adres, zaak);
        await huis.Stil();
        var opdracht = await huis.Gelukt(Fenna, HttpMethod.Get, $"/v1/betaalopdrachten/{zaak}-B1");
        return new(
            wie,
            zaak,
            opdracht.GetProperty("kvkNummer").GetString()!,
            $"{zaak}-B1",
            decimal.Parse(opdracht.GetProperty("bedrag").GetString()!, System.Globalization.CultureInfo.InvariantCulture)
        );
    }

    /// <summary>As people write it.</summary>
    public static string Getypt(LocalDate dag) => FormattableString.Invariant($"{dag.Day}-{dag.Month}-{dag.Year}");

    /// <summary>Proposed for today by one and approved by two others.</summary>
    /// <returns>The number of the round, and so of its file.</returns>
    public static async Task<string> Ronde(Portaalhuis huis, params IReadOnlyList<string> opdrachten)
    {
        var uitvoerdatum = LocalDatePattern.Iso.Format(Moment.Dag(huis.Nu));
        var ronde = await huis.Gelukt(Fenna, HttpMethod.Post, "/v1/betaalrondes", new { uitvoerdatum, opdrachten });
        var nummer = ronde.GetProperty("ronde").GetString()!;
        var hash = ronde.GetProperty("hash").GetString();
        foreach (var collega in (string[])[Coen, Cleo])
        {
            await huis.Gelukt(collega, HttpMethod.Post, $"/v1/betaalrondes/{nummer}/akkoord", new { hash });
        }
        return nummer;
    }

    /// <summary>A statement of today with these movements.</summary>
    public static byte[] Afschrift(Portaalhuis huis, params IReadOnlyList<Bankmutatie> mutaties) =>
        Voorbeeldbank.Schrijf(Guid.NewGuid().ToString("N"), Rekening, 1_000_000m, Moment.Dag(huis.Nu), huis.Nu, mutaties);

    /// <summary>The advance is paid, as a statement says.</summary>
    public async Task Betaald(Portaalhuis huis)
    {
        await Ronde(huis, Opdracht);
        await Lees(huis, new Bankmutatie(Bedrag, Af: true, Opdracht, "voorschot"));
    }

    /// <summary>A statement of today with these movements is read.</summary>
    public static async Task Lees(Portaalhuis huis, params IReadOnlyList<Bankmutatie> mutaties)
    {
        using var client = await Voorbeeldbeller.Als(Fenna, huis.Adres);
        using var afschrift = new ByteArrayContent(Afschrift(huis, mutaties));
        afschrift.Headers.ContentType = new MediaTypeHeaderValue("application/xml");
        client.DefaultRequestHeaders.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var gelezen = await client.PostAsync(new Uri("/v1/afschriften", UriKind.Relative), afschrift, Ct);
        Assert.True(gelezen.IsSuccessStatusCode, await gelezen.Content.ReadAsStringAsync(Ct));
        await huis.Stil();
    }

    /// <summary>Of the award only 1,000.00 stays after it was paid, without hearing: what was paid more is to be claimed back.</summary>
    /// <returns>The number of the claim.</returns>
    public async Task<string> Ingetrokken(Portaalhuis huis)
    {
        var pad = $"/v1/verleningen/{Zaak}/intrekkingen";
        await huis.Gelukt(
            "beoordelaar",
            HttpMethod.Post,
            pad,
            new
            {
                bedrag = "1000.00",
                grond = "activiteiten-niet-verricht",
                argument = "De methode is er niet.",
                hardheid = "Niet te hard.",
                nietHoren = "al-gehoord",
                waaromNietHoren = "Dat deed u al.",
            }
        );
        var beeld = await huis.Gelukt("medeondertekenaar", HttpMethod.Get, pad);
        var hash = beeld.GetProperty("voorstel").GetProperty("hash").GetString();
        await huis.Gelukt("medeondertekenaar", HttpMethod.Post, $"{pad}/ondertekening", new { hash });
        await huis.Stil();
        return $"{Zaak}-TV1";
    }

    public Task<JsonElement> Order(Portaalhuis huis) => huis.Gelukt(Fenna, HttpMethod.Get, $"/v1/betaalopdrachten/{Opdracht}");

    /// <summary>What happened in a stream, in order.</summary>
    public static async Task<string?> Verloop(Portaalhuis huis, string context, string stroom) =>
        (string?)await huis.Voer($"select string_agg(type, ' ' order by version) from {context}.mt_events where stream_id = '{stroom}'");
}
