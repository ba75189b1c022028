using System.Text.Json;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NodaTime;
using SlimRegeling.Dossiers.Emails;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Dossiers.Uitvoer;

/// <summary>What one context keeps of a case, as it tells it.</summary>
internal sealed record Deel(string Context, IReadOnlyList<Gebeurd> Gebeurtenissen);

/// <param name="Naam">The name under which it is stored: <c>aanvraag-ingediend</c>.</param>
/// <param name="Inhouden">What it points to, by id, as far as that is still there and may be seen.</param>
internal sealed record Gebeurd(
    string Stroom,
    long Versie,
    string Naam,
    Instant Op,
    string Wie,
    JsonElement Gegevens,
    IReadOnlyDictionary<string, JsonElement> Inhouden,
    IReadOnlyList<Gezegd> Berichten,
    string? Namens = null,
    string? Gemachtigde = null
);

internal sealed record Gezegd(Guid Id, string Soort, JsonElement Inhoud, IReadOnlyList<string> Hoorders);

/// <summary>An e-mail as it was asked for; its text tells only that there is something.</summary>
internal sealed record Gemaild(string Soort, string KvkNummer, string Stand, Instant GemaaktOp, Instant StandOp);

/// <summary>All that goes into the file.</summary>
/// <param name="Regelversie">By which rules the case is handled.</param>
/// <param name="Ontvangstbewijs">As a PDF; null when there is none.</param>
/// <param name="Gemaakt">When it was made.</param>
internal sealed record Dossier(
    Dossieruitvoer Uitvoer,
    string KvkNummer,
    string Regelversie,
    IReadOnlyList<Deel> Delen,
    IReadOnlyList<Brief> Brieven,
    IReadOnlyList<(Document Document, Bestandslabel? Label)> Documenten,
    IReadOnlyList<Gemaild> Emails,
    byte[]? Ontvangstbewijs,
    Instant Gemaakt
);

/// <summary>
/// Asks every context what it keeps of a case, and takes what the person may see: of payments the amounts and days, and only for who works with
/// payments also who approved them and in which file they went; of a scan that it was made, never what people answered. What an employee said of an
/// interest of their own never leaves the house; who somebody else is who objects or has an interest, and what they wrote, goes to the court only.
/// </summary>
public sealed class Dossierinhoud(
    Contextvraag vraag,
    Contextregister contexten,
    Zaakwijzer wijzer,
    Emailtabel emails,
    Werkeenheid<DossiersContext> eenheid,
    Moment moment,
    ILogger<Dossierinhoud> log
)
{
    private const string Betalingen = "betalingen";
    private const string Scans = "leercultuurscans";
    private const string Motivering = "bezwaar-beslist";
    private const string Partij = "bezwaar-partij-toegevoegd";
    private static readonly string[] AlleenVoorBetalers =
    [
        "betaling-geaccordeerd",
        "betaling-in-ronde",
        "betaling-uit-ronde",
        "betaling-in-bestand",
        "aanhouding-gelegd",
        "aanhouding-opgeheven",
    ];

    // An employee wrote it for a colleague, or of somebody who asked for the dossier before.
    private static readonly string[] Binnenshuis =
    [
        "belang-gemeld",
        "belang-opgeheven",
        "bezwaar-belang-gemeld",
        "dossieruitvoer-gevraagd",
    ];
    private static readonly Dictionary<string, JsonElement> Niets = [];

    internal async Task<(Dossier? Dossier, Weigering? Weigering)> Verzamel(Dossieruitvoer uitvoer, Persoon persoon, CancellationToken ct)
    {
        var (zaak, weigering) = await wijzer.Zoek(uitvoer.Zaaknummer, ct);
        if (zaak is null)
        {
            return (null, weigering);
        }
        var delen = new List<Deel>();
        foreach (var context in contexten.Alle.Select(c => c.Naam))
        {
            if (await Vraag(context, zaak.Id, ct) is not { } deel)
            {
                return (null, Onvolledig);
            }
            delen.Add(Zichtbaar(deel, zaak, persoon, uitvoer.Aanleiding));
        }
        var (ontvangstbewijs, fout) = await Ontvangstbewijs.Pdf(zaak.Id, null, wijzer, eenheid, ct);
        if (fout is not null)
        {
            return (null, fout);
        }
        var alleBrieven = await eenheid.Sessie.Query<Brief>().Where(b => b.Zaaknummer == zaak.Id).OrderBy(b => b.Id).ToListAsync(ct);
        var brieven = alleBrieven.Where(b => uitvoer.Aanleiding == Aanleiding.Beroep || b.Opdracht?.Ontvanger is null).ToList();
        var alle = await eenheid.Sessie.Query<Document>().Where(d => d.Zaaknummer == zaak.Id).OrderBy(d => d.Id).ToListAsync(ct);
        var documenten = alle.Where(d => d.Stand != Documentstand.Verwijderd && wijzer.MagZien(d)).ToList();
        var namen = await Inhouden.Lees(eenheid.Sessie, documenten.Select(d => d.Naam).OfType<Verwijzing>(), ct);
        return (
            new Dossier(
                uitvoer,
                zaak.KvkNummer,
                zaak.Regelversie,
                delen,
                brieven,
                [.. documenten.Select(d => (d, d.Naam is null ? null : namen.Zoek<Bestandslabel>(d.Naam)))],
                await Emails(zaak.Id, ct),
                ontvangstbewijs,
                moment.Nu
            ),
            null
        );
    }

    private async Task<Deel?> Vraag(string context, string zaaknummer, CancellationToken ct)
    {
        try
        {
            return await vraag.Stel<Deel>(context, $"/beheer/dossierdelen/{context}/{zaaknummer}", ct);
        }
        catch (HttpRequestException e)
        {
            log.LogWarning(e, "{Context} does not tell now what it keeps of {Zaaknummer}", context, zaaknummer);
            return null;
        }
    }

    /// <param name="aanleiding">The court gets all that belongs to the case (8:42 Awb), and decides who may read it (8:29).</param>
    internal static Deel Zichtbaar(Deel deel, Zaak zaak, Persoon persoon, Aanleiding aanleiding)
    {
        var alles = persoon.Heeft(Rol.FinancieelMedewerker) || persoon.Heeft(Rol.FinancieelControleur);
        // Anyone can name a case number with a scan: that of another enterprise is not of this case.
        var vreemd = deel
            .Gebeurtenissen.Where(g => !g.Stroom.StartsWith(zaak.Id, StringComparison.Ordinal) && Anders(g.Gegevens, zaak.KvkNummer))
            .Select(g => g.Stroom)
            .ToHashSet();
        HashSet<string> vanDerden = aanleiding == Aanleiding.Beroep ? [] : [.. deel.Gebeurtenissen.Where(IsVanDerde).Select(g => g.Stroom)];
        return deel with
        {
            Gebeurtenissen =
            [
                .. deel
                    .Gebeurtenissen.Where(g => !vreemd.Contains(g.Stroom))
                    .Where(g => alles || deel.Context != Betalingen || !AlleenVoorBetalers.Contains(g.Naam))
                    .Select(g => deel.Context == Scans || Blijft(g) ? g with { Inhouden = Niets } : g),
            ],
        };

        // The reasons of a decision the applicant reads too.
        bool Blijft(Gebeurd g) =>
            Binnenshuis.Contains(g.Naam)
            || (g.Naam == Partij && aanleiding != Aanleiding.Beroep)
            || (g.Naam != Motivering && vanDerden.Contains(g.Stroom));
    }

    /// <summary>Whether it is of an objection that someone else than the applicant made.</summary>
    private static bool IsVanDerde(Gebeurd gebeurd) =>
        gebeurd.Gegevens.TryGetProperty("betreft", out var betreft)
        && betreft.ValueKind == JsonValueKind.Object
        && betreft.TryGetProperty("indiener", out var indiener)
        && indiener.ValueKind == JsonValueKind.String
        && indiener.GetString() == "derde";

    private static bool Anders(JsonElement gegevens, string kvkNummer) =>
        gegevens.TryGetProperty("kvkNummer", out var van) && van.GetString() != kvkNummer;

    private async Task<IReadOnlyList<Gemaild>> Emails(string zaaknummer, CancellationToken ct)
    {
        await using var opdracht = emails.Opdracht(
            "select soort, kvk_nummer, stand, gemaakt_op, stand_op from dossiers.email where zaaknummer = $1 and not bij_concept order by gemaakt_op, sleutel",
            Emailtabel.Tekst(zaaknummer)
        );
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var gemaild = new List<Gemaild>();
        while (await rij.ReadAsync(ct))
        {
            gemaild.Add(
                new(rij.GetString(0), rij.GetString(1), rij.GetString(2), rij.GetFieldValue<Instant>(3), rij.GetFieldValue<Instant>(4))
            );
        }
        return gemaild;
    }

    private static Weigering Onvolledig =>
        new()
        {
            Code = "dossier-onvolledig",
            Status = StatusCodes.Status503ServiceUnavailable,
            Uitleg = "Niet elk onderdeel antwoordt nu, dus het dossier zou niet heel zijn. Probeer het over een minuut opnieuw.",
        };
}
