using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using SlimRegeling.Host.Voorbeeldzaken;

namespace SlimRegeling.Api.Tests;

/// <summary>
/// Lays the amounts of one case beside each other wherever a person or a bank reads them: the decision, its letter, the page of the case, the payment file, the
/// ledger and the aid. It reads the words of a letter by itself.
/// </summary>
internal sealed partial class Bedragen(Apihuis huis)
{
    private const string Budget = "budget";
    private const string Verplichtingen = "verplichtingen";
    private const string Voorschotten = "voorschotten";
    private const string Kosten = "kosten";
    private const string TeBetalen = "te-betalen";
    private const string Bank = "bank";

    private static readonly XNamespace Pain = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

    private readonly Betaalloop _betaal = new(huis);

    /// <summary>Pays the advance of an award that was just signed, and looks before and after.</summary>
    /// <returns>What was awarded.</returns>
    public async Task<decimal> Verleend(string zaak, string wie)
    {
        var besluit = (await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/verleningen/{zaak}"))).Inhoud.GetProperty("besluit");
        var (verleend, voorschot) = (Bedrag(besluit, "bedrag"), Bedrag(besluit, "voorschot"));
        Assert.InRange(voorschot, 0.01m, verleend);
        var brief = await Rijen(wie, $"{zaak}-verlening");
        Assert.Equal([verleend], Onder(brief, "Subsidie, ten hoogste"));
        Assert.Equal([voorschot], Onder(brief, "Waarvan voorschot"));
        await Grootboek(zaak, (Budget, verleend), (Verplichtingen, -verleend), (Voorschotten, voorschot), (TeBetalen, -voorschot));

        Assert.Equal(voorschot, await Betaal($"{zaak}-B1"));

        await Grootboek(zaak, (Budget, verleend), (Verplichtingen, -verleend), (Voorschotten, voorschot), (Bank, -voorschot));
        Assert.Equal((verleend, voorschot, voorschot, 0m), await Zaakpagina(zaak, wie));
        return verleend;
    }

    /// <summary>Pays what is due after a settlement that was just signed, and looks before and after.</summary>
    public async Task<(decimal Verleend, decimal Vastgesteld)> Vastgesteld(string zaak, string wie)
    {
        var verantwoording = (await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/verantwoordingen/{zaak}"))).Inhoud;
        var besluit = verantwoording.GetProperty("besluit");
        var (verleend, voorschot) = (Bedrag(verantwoording, "verleend"), Bedrag(verantwoording, "voorschot"));
        var (vastgesteld, nog) = (Bedrag(besluit, "vastgesteld"), Bedrag(besluit, "nogTeBetalen"));
        Assert.Equal(vastgesteld - voorschot, nog);
        Assert.True(nog > 0, $"{zaak}: nothing is left to pay of {vastgesteld}.");
        var brief = await Rijen(wie, $"{zaak}-vaststelling");
        Assert.Equal([verleend], Onder(brief, "Verleende subsidie"));
        Assert.Equal([vastgesteld], Onder(brief, "Vastgestelde subsidie"));
        Assert.Equal([voorschot], Onder(brief, "Voorschotten"));
        Assert.Equal([nog], Onder(brief, "U krijgt nog"));
        await Grootboek(zaak, (Kosten, vastgesteld), (Bank, -voorschot), (TeBetalen, -nog));

        Assert.Equal(nog, await Betaal($"{zaak}-B2"));

        await Grootboek(zaak, (Kosten, vastgesteld), (Bank, -vastgesteld));
        Assert.Equal((verleend, voorschot, vastgesteld, vastgesteld), await Zaakpagina(zaak, wie));
        return (verleend, vastgesteld);
    }

    /// <summary>What each party was awarded, by KVK number, the same in the decision and in its letter.</summary>
    public async Task<Dictionary<string, decimal>> VerleendeDelen(string zaak, string wie)
    {
        var besluit = (await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/verleningen/{zaak}"))).Inhoud.GetProperty("besluit");
        var delen = besluit
            .GetProperty("partijen")
            .EnumerateArray()
            .ToDictionary(p => p.GetProperty("kvkNummer").GetString()!, p => Bedrag(p, "bedrag"), StringComparer.Ordinal);
        var brief = await Rijen(wie, $"{zaak}-verlening");
        foreach (var (kvkNummer, bedrag) in delen)
        {
            Assert.Equal(bedrag, Euro(Assert.Single(brief, r => r[0].StartsWith(kvkNummer, StringComparison.Ordinal))[^1]));
        }
        return delen;
    }

    /// <summary>What counts as aid of each, by KVK number, as it is to go to the central register.</summary>
    public async Task<Dictionary<string, decimal>> SteunEnRegister(string zaak, IEnumerable<string> partijen)
    {
        var register = await Register(zaak);
        var steun = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var kvkNummer in partijen)
        {
            steun[kvkNummer] = await Steun(kvkNummer, zaak);
            Assert.Equal(steun[kvkNummer], register[kvkNummer]);
        }
        return steun;
    }

    /// <summary>What the enterprise has of this case as aid.</summary>
    public async Task<decimal> Steun(string kvkNummer, string zaak) =>
        (await Zaakloop.Gelukt(huis.Haal(Mensen.Beoordelaar, $"/v1/ondernemingen/{kvkNummer}/steun")))
            .Inhoud.GetProperty("steun")
            .EnumerateArray()
            .Where(post => post.GetProperty("zaaknummer").GetString() == zaak)
            .Sum(post => Bedrag(post, "bedrag"));

    public static string Euro(decimal bedrag) => bedrag.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>What is to be told of this case and is in no confirmed file, by KVK number.</summary>
    private async Task<Dictionary<string, decimal>> Register(string zaak)
    {
        var regels = new Dictionary<string, decimal>(StringComparer.Ordinal);
        for (var na = ""; ; )
        {
            var bladzijde = (
                await Zaakloop.Gelukt(huis.Haal(Mensen.FinancieelMedewerker, $"/v1/steunregister/werk?aantal=500{na}"))
            ).Inhoud;
            foreach (var regel in bladzijde.GetProperty("regels").EnumerateArray())
            {
                if (regel.GetProperty("zaaknummer").GetString() == zaak)
                {
                    regels.Add(regel.GetProperty("kvkNummer").GetString()!, Bedrag(regel, "bedrag"));
                }
            }
            if (!bladzijde.TryGetProperty("volgende", out var volgende))
            {
                return regels;
            }
            na = $"&na={Uri.EscapeDataString(volgende.GetString()!)}";
        }
    }

    /// <summary>Has an order paid, and the bank tell so.</summary>
    /// <returns>What stands in the file for it.</returns>
    private async Task<decimal> Betaal(string opdracht)
    {
        var naam = await _betaal.Bestand(opdracht);
        var bestand = (await Zaakloop.Gelukt(huis.Haal(Mensen.FinancieelMedewerker, $"/v1/betaalbestanden/{naam}"))).Tekst;
        using var afschrift = new ByteArrayContent(
            Voorbeeldbank.Voer(Encoding.UTF8.GetBytes(bestand), 1_000_000m, huis.Klok.GetCurrentInstant())
        );
        afschrift.Headers.ContentType = new MediaTypeHeaderValue("application/xml");
        var gelezen = await Zaakloop.Gelukt(huis.Zend(Mensen.FinancieelMedewerker, HttpMethod.Post, "/v1/afschriften", afschrift));
        Assert.Equal(1, gelezen.Inhoud.GetProperty("geboekt").GetArrayLength());
        await huis.Stil();
        var betaling = XDocument
            .Parse(bestand)
            .Descendants(Pain + "CdtTrfTxInf")
            .Single(x => x.Descendants(Pain + "EndToEndId").Single().Value == opdracht);
        return decimal.Parse(betaling.Descendants(Pain + "InstdAmt").Single().Value, CultureInfo.InvariantCulture);
    }

    /// <summary>These balances of the case, debit above zero, and no other.</summary>
    private async Task Grootboek(string zaak, params (string Rekening, decimal Bedrag)[] verwacht)
    {
        var saldi = (await Zaakloop.Gelukt(huis.Haal(Mensen.Controleur, $"/v1/grootboek/saldi?zaaknummer={zaak}")))
            .Inhoud.EnumerateArray()
            .Select(s => (Rekening: s.GetProperty("rekening").GetString()!, Bedrag: Bedrag(s, "bedrag")))
            .Where(s => s.Bedrag != 0)
            .OrderBy(s => s.Rekening, StringComparer.Ordinal);
        Assert.Equal(verwacht.OrderBy(v => v.Rekening, StringComparer.Ordinal), saldi);
    }

    /// <summary>As the recipient reads it; what is absent is zero.</summary>
    private async Task<(decimal Verleend, decimal Voorschot, decimal Betaald, decimal Vastgesteld)> Zaakpagina(string zaak, string wie)
    {
        var bedragen = (await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/zaken/{zaak}"))).Inhoud.GetProperty("bedragen");
        return (Van("verleend"), Van("voorschot"), Van("betaald"), Van("vastgesteld"));

        decimal Van(string naam) => bedragen.TryGetProperty(naam, out _) ? Bedrag(bedragen, naam) : 0m;
    }

    /// <summary>All rows of all tables of a letter, as they were sent.</summary>
    private async Task<IReadOnlyList<IReadOnlyList<string>>> Rijen(string wie, string brief) =>
        [
            .. (await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/brieven/{brief}/pagina")))
                .Inhoud.GetProperty("blokken")
                .EnumerateArray()
                .Where(b => b.GetProperty("soort").GetString() == "tabel")
                .SelectMany(b => b.GetProperty("rijen").EnumerateArray())
                .Select(r => (IReadOnlyList<string>)[.. r.EnumerateArray().Select(c => c.GetString()!)]),
        ];

    /// <summary>The amounts at the end of the rows that begin so, each once.</summary>
    private static IEnumerable<decimal> Onder(IReadOnlyList<IReadOnlyList<string>> rijen, string begin) =>
        rijen.Where(r => r[0] == begin).Select(r => Euro(r[^1])).Distinct();

    /// <summary>As people write it: € 11.040,00.</summary>
    private static decimal Euro(string tekst) =>
        decimal.Parse(string.Concat(tekst.Where(t => char.IsAsciiDigit(t) || t == ',')).Replace(',', '.'), CultureInfo.InvariantCulture);

    private static decimal Bedrag(JsonElement van, string naam) =>
        decimal.Parse(van.GetProperty(naam).GetString()!, CultureInfo.InvariantCulture);
}
