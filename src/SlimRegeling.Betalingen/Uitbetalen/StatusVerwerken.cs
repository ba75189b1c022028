using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Betalingen.Bankbestanden;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using Fout = SlimRegeling.Platform.Stromen.Fout;

namespace SlimRegeling.Betalingen.Uitbetalen;

/// <summary>
/// Takes what the bank refuses of a payment file (pain.002): a payment that it did not carry out goes back to its order, and can be proposed in another
/// round. Nothing is booked, as no money moved. The same message twice changes nothing. What the bank refuses because it has it already does not go back.
/// </summary>
public static class StatusVerwerken
{
    private const long GrootsteBericht = 50 * 1024 * 1024;

    /// <param name="Geheel">Whether the bank refused the whole file.</param>
    /// <param name="Teruggezet">Went back to their order.</param>
    /// <param name="EerderVerwerkt">Went back before, by the same message or another.</param>
    /// <param name="Tegenstrijdig">Were paid by a statement that was read, or may be paid as the bank has them already: somebody must ask the bank.</param>
    /// <param name="Onbekend">Are not in the file.</param>
    public sealed record Verslag(
        string Bestand,
        bool Geheel,
        IReadOnlyList<Regel> Teruggezet,
        IReadOnlyList<Regel> EerderVerwerkt,
        IReadOnlyList<Regel> Tegenstrijdig,
        IReadOnlyList<Regel> Onbekend
    );

    /// <param name="Reden">The bank's ISO code; empty when it gave none.</param>
    public sealed record Regel(string Betaalopdracht, string Reden, string Uitleg);

    public enum Oordeel
    {
        Teruggezet,
        EerderVerwerkt,
        Tegenstrijdig,
        Onbekend,
    }

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/statusberichten", Voer)
            .Voor(Rol.FinancieelMedewerker)
            .HoogstensBestand(GrootsteBericht)
            .Accepts<string>("application/xml", "text/xml")
            .Geeft<Verslag>();

    private static async Task<Uitkomst> Voer(
        HttpRequest verzoek,
        Stroom<Betaalronde> rondes,
        Stroom<Betaalopdracht> betaalopdrachten,
        Persoon persoon,
        Moment moment,
        CancellationToken ct
    )
    {
        verzoek.Body.Position = 0;
        var gelezen = Pain002.Lees(verzoek.Body);
        if (!gelezen.Gelukt)
        {
            return Weigering.Invoer([.. gelezen.Fouten.Select(f => new Fout(f.Plaats, f.Uitleg))]);
        }
        var bericht = gelezen.Waarde;
        if ((await rondes.Lees(bericht.Bestand, ct))?.Gemaakt is not { } gemaakt)
        {
            return Weigering.Invoer(
                new Fout(
                    "bestand",
                    $"Het bericht gaat over betaalbestand {bericht.Bestand}, en dat is hier niet gemaakt. Kies het juiste bericht."
                )
            );
        }
        var nu = moment.Nu;
        var redenen = bericht.Geheel is { } geheel
            ? gemaakt.Betaalopdrachten.ToDictionary(id => id, _ => geheel, StringComparer.Ordinal)
            : bericht.Afgewezen.ToDictionary(r => r.Kenmerk, r => r.Reden, StringComparer.Ordinal);
        var inBestand = redenen.Keys.Intersect(gemaakt.Betaalopdrachten, StringComparer.Ordinal).ToList();
        var regels = redenen
            .Keys.Except(inBestand, StringComparer.Ordinal)
            .Select(id =>
                (Oordeel.Onbekend, new Regel(id, redenen[id], "Deze betaling staat niet in het bestand. Vraag het na bij de bank."))
            )
            .ToList();
        var zaken = new HashSet<string>();
        await betaalopdrachten.SchrijfElk(
            inBestand,
            o =>
            {
                zaken.Add(o.Opdracht.Zaaknummer);
                var (beslissing, oordeel, uitleg) = Beslis(o, bericht.Bestand, redenen[o.Id], nu, persoon.Onderwerp);
                regels.Add((oordeel, new Regel(o.Id, redenen[o.Id], uitleg)));
                return beslissing;
            },
            ct
        );
        var verslag = new Verslag(
            bericht.Bestand,
            bericht.Geheel is not null,
            Met(Oordeel.Teruggezet),
            Met(Oordeel.EerderVerwerkt),
            Met(Oordeel.Tegenstrijdig),
            Met(Oordeel.Onbekend)
        );
        return Uitkomst.Ok(verslag) with { Zaken = [.. zaken] };

        List<Regel> Met(Oordeel oordeel) =>
            [.. regels.Where(r => r.Item1 == oordeel).Select(r => r.Item2).OrderBy(r => r.Betaalopdracht, StringComparer.Ordinal)];
    }

    /// <summary>What it means for an order that the bank refuses it in this file.</summary>
    /// <param name="door">Pseudonym of who read the message in.</param>
    public static (Beslissing Beslissing, Oordeel Oordeel, string Uitleg) Beslis(
        Betaalopdracht betaalopdracht,
        string bestand,
        string reden,
        Instant nu,
        string? door = null
    ) =>
        betaalopdracht switch
        {
            // The bank has it already: what is paid again for that would be paid twice.
            { Status: Betaalstatus.InBestand, Bestand: var eigen } when eigen == bestand && Bankreden.IsDubbel(reden) => (
                Beslissing.Geen,
                Oordeel.Tegenstrijdig,
                $"De bank voert dit niet uit: {Bankreden.Uitleg(reden)}. De betaling kan al onderweg zijn en is niet teruggezet. Vraag de bank wat klopt."
            ),
            { Status: Betaalstatus.InBestand, Bestand: var eigen } when eigen == bestand => (
                Beslissing.Van(new BetalingAfgewezen(betaalopdracht.Opdracht, bestand, reden, nu, door)),
                Oordeel.Teruggezet,
                $"De bank heeft deze betaling niet uitgevoerd: {Bankreden.Uitleg(reden)}. Laat nakijken wat eraan schort; daarna kan zij in een nieuwe ronde."
            ),
            { Status: Betaalstatus.Uitgevoerd, Bestand: var eigen } when eigen == bestand => (
                Beslissing.Geen,
                Oordeel.Tegenstrijdig,
                "Volgens een afschrift heeft de bank deze betaling uitgevoerd. Vraag de bank wat klopt."
            ),
            _ => (Beslissing.Geen, Oordeel.EerderVerwerkt, "Deze betaling was al teruggezet, of staat in een later bestand."),
        };
}
