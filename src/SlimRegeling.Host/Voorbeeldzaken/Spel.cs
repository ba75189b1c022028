using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Host.Voorbeeldzaken;

/// <summary>
/// Plays case files on one timeline: before each step everything that was said has been heard, then the clock is set, the step is taken and
/// its expectations are checked. A file whose step is refused (or not refused as it should) stops there, because what follows hangs on it.
/// </summary>
internal sealed class Spel(Loket loket, Voorbeeldklok klok, Voorbeeldnummers nummers, Stilte stilte, Verslag verslag)
{
    private static readonly TimeSpan Langste = TimeSpan.FromSeconds(60);

    public async Task Speel(IReadOnlyList<Zaakbestand> bestanden, CancellationToken ct)
    {
        var zaken = bestanden.Select(b => new Zaakstand(b.Naam, b.Zaak, new Waarden(b.Zaak.Gegevens))).ToList();
        foreach (var (zaak, nummer, moment) in zaken.SelectMany(Tijdlijn).OrderBy(x => x.Moment))
        {
            if (!zaak.Gestopt)
            {
                await Veilig(zaak, nummer, () => Zet(zaak, nummer, moment, ct));
            }
        }
        foreach (var zaak in zaken)
        {
            await Veilig(zaak, zaak.Zaak.Stappen.Count, () => Sluit(zaak, ct));
        }
    }

    private static IEnumerable<(Zaakstand Zaak, int Nummer, LocalDateTime Moment)> Tijdlijn(Zaakstand zaak)
    {
        var moment = default(LocalDateTime);
        for (var i = 0; i < zaak.Zaak.Stappen.Count; i++)
        {
            moment = zaak.Zaak.Stappen[i].Moment ?? moment;
            yield return (zaak, i, moment);
        }
    }

    private async Task Zet(Zaakstand zaak, int nummer, LocalDateTime moment, CancellationToken ct)
    {
        var stap = zaak.Zaak.Stappen[nummer];
        await WachtOpStilte(ct);
        klok.Zet(Moment.Op(moment));
        nummers.TrekUit(zaak.Zaak.ZaadZaaknummers);
        zaak.Waarden.Zet("moment", InstantPattern.ExtendedIso.Format(Moment.Op(moment)));
        zaak.Waarden.Zet("vandaag", LocalDatePattern.Iso.Format(moment.Date));

        var keren = stap.VoorElk is { } lijst ? zaak.Waarden.Elk(lijst) : [zaak.Waarden];
        var voor = verslag.Verschillen.Count;
        for (var keer = 0; keer < keren.Count && !zaak.Gestopt; keer++)
        {
            var plaats = stap.VoorElk is null ? $"stap {nummer + 1}" : $"stap {nummer + 1}, {keer + 1}e van {stap.VoorElk}";
            await Zet(zaak, stap, keren[keer], new Plaats(zaak.Naam, plaats, stap.Naam), $"{zaak.Naam}/{nummer}/{keer}", ct);
        }
        verslag.Stap(moment, zaak.Naam, stap, keren.Count, verslag.Verschillen.Count - voor);
    }

    private async Task Zet(Zaakstand zaak, Stap stap, Waarden waarden, Plaats plaats, string sleutel, CancellationToken ct)
    {
        var antwoord = await Vraag(stap.Verzoek, stap.Wie, waarden, Lichaam(stap, waarden), sleutel, ct);
        var verwacht = waarden.Vul(stap.Verwacht) as JsonObject ?? [];
        if (Statusverschil(verwacht, antwoord) is { } anders)
        {
            verslag.Verschil(plaats, "het antwoord", anders, antwoord.Uitleg);
            zaak.Gestopt = true;
            return;
        }
        foreach (var (aanwijzer, waarde) in verwacht.Where(v => v.Key.StartsWith('/')))
        {
            Aanwijzer.Volg(antwoord.Json, aanwijzer, out var gevonden);
            if (!JsonNode.DeepEquals(gevonden, waarde))
            {
                verslag.Verschil(plaats, aanwijzer, Toon(waarde), Toon(gevonden));
            }
        }
        foreach (var (naam, aanwijzer) in stap.Bewaar ?? new Dictionary<string, string>())
        {
            waarden.Zet(naam, Bewaard(antwoord, aanwijzer));
        }
        if (stap.Bestand is { } bestand)
        {
            await verslag.Leg(zaak.Naam, waarden.Tekst(bestand), antwoord, ct);
        }
    }

    private Task<Loketantwoord> Vraag(string vorm, string? wie, Waarden waarden, HttpContent? inhoud, string sleutel, CancellationToken ct)
    {
        var (methode, pad) = vorm.Split(' ', 2) is [var m, var p] ? (m, p) : ("GET", vorm);
        return loket.Vraag(wie is null ? null : waarden.Tekst(wie), HttpMethod.Parse(methode), waarden.Tekst(pad), inhoud, sleutel, ct);
    }

    private HttpContent? Lichaam(Stap stap, Waarden waarden) =>
        stap switch
        {
            { Document: { } tekst } => Loket.Bytes(Voorbeelddocument.Pdf(waarden.Tekst(tekst)), "application/pdf"),
            { Afschrift: { } vraag } => Loket.Bytes(Afschrift(vraag, waarden), "application/xml"),
            _ when stap.Verzoek.StartsWith("GET ", StringComparison.Ordinal) => null,
            _ => Loket.Json(waarden.Vul(stap.Invoer ?? new JsonObject())),
        };

    private byte[] Afschrift(Afschriftvraag vraag, Waarden waarden)
    {
        var betaalbestand = Encoding.UTF8.GetBytes(waarden.Tekst(vraag.Betaalbestand));
        var (beginsaldo, nu) = (Euro(waarden.Tekst(vraag.Beginsaldo)), klok.GetCurrentInstant());
        return vraag is { Ontvangen: { } ontvangen, Tekst: { } tekst }
            ? Voorbeeldbank.Ontvang(betaalbestand, beginsaldo, nu, Euro(waarden.Tekst(ontvangen)), waarden.Tekst(tekst))
            : Voorbeeldbank.Voer(betaalbestand, beginsaldo, nu);
    }

    private static decimal Euro(string tekst) => decimal.Parse(tekst, NumberStyles.Number, CultureInfo.InvariantCulture);

    /// <summary>What was expected of the answer as a whole, when it is not that.</summary>
    private static string? Statusverschil(JsonObject verwacht, Loketantwoord antwoord)
    {
        var status = (int?)verwacht["status"];
        var probleem = (string?)verwacht["probleem"];
        var goed = probleem is null
            ? status is null
                ? antwoord.Gelukt
                : antwoord.Status == status
            : antwoord.Probleem == probleem && (status is null || antwoord.Status == status);
        return goed
            ? null
            : $"{status?.ToString(CultureInfo.InvariantCulture) ?? (probleem is null ? "gelukt" : "geweigerd")} {probleem}".Trim();
    }

    private static JsonNode? Bewaard(Loketantwoord antwoord, string aanwijzer) =>
        antwoord.Json is null && aanwijzer.Length == 0 ? Encoding.UTF8.GetString(antwoord.Inhoud)
        : Aanwijzer.Volg(antwoord.Json, aanwijzer, out var gevonden) ? gevonden?.DeepClone()
        : throw new Spelfout($"Het antwoord heeft niets op '{aanwijzer}' om te bewaren.");

    private async Task Sluit(Zaakstand zaak, CancellationToken ct)
    {
        if (zaak.Gestopt)
        {
            return;
        }
        await WachtOpStilte(ct);
        var (wie, verzoek) = zaak.Zaak.Overzicht;
        verslag.Tabel(zaak.Naam, zaak.Zaak.Titel, await Vraag(verzoek, wie, zaak.Waarden, null, "", ct));
    }

    private async Task WachtOpStilte(CancellationToken ct)
    {
        using var grens = CancellationTokenSource.CreateLinkedTokenSource(ct);
        grens.CancelAfter(Langste);
        try
        {
            await stilte.Wacht(grens.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new Spelfout($"Na {Langste.TotalSeconds} seconden zijn er nog berichten onderweg.");
        }
    }

    private async Task Veilig(Zaakstand zaak, int nummer, Func<Task> doe)
    {
        try
        {
            await doe();
        }
        catch (Spelfout fout)
        {
            var stap = nummer < zaak.Zaak.Stappen.Count ? zaak.Zaak.Stappen[nummer].Naam : "overzicht";
            verslag.Verschil(new Plaats(zaak.Naam, $"stap {nummer + 1}", stap), "de stap", "uitvoerbaar", fout.Message);
            zaak.Gestopt = true;
        }
    }

    private static string Toon(JsonNode? waarde) => waarde?.ToJsonString(Verslag.Leesbaar) ?? "niets";

    private sealed record Zaakstand(string Naam, Voorbeeldzaak Zaak, Waarden Waarden)
    {
        public bool Gestopt { get; set; }
    }
}
