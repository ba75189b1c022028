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
/// Takes the bank's statement and books what belongs to a payment order. The rest is told, not guessed. Each movement counts once, however
/// often its statement comes. A statement with a payment of a case in which its reader has an interest of their own is for a colleague to take.
/// </summary>
public static class AfschriftVerwerken
{
    private const long GrootsteAfschrift = 20 * 1024 * 1024;

    public sealed record Verslag(
        IReadOnlyList<Regel> Geboekt,
        IReadOnlyList<Regel> EerderGeboekt,
        IReadOnlyList<Regel> DeelsGekoppeld,
        IReadOnlyList<Regel> Ongekoppeld
    );

    /// <param name="Bedrag">As the account feels it: negative is paid.</param>
    public sealed record Regel(string Mutatie, decimal Bedrag, LocalDate Boekdatum, string? Betaalopdracht, string Uitleg);

    public enum Oordeel
    {
        Geboekt,
        EerderGeboekt,
        DeelsGekoppeld,
        Ongekoppeld,
    }

    /// <summary>A movement on the statement under its own name.</summary>
    public sealed record Mutatie(string Naam, Bankboeking Boeking);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/afschriften", Voer)
            .Voor(Rol.FinancieelMedewerker)
            .Hoogstens(GrootsteAfschrift)
            .Accepts<string>("application/xml", "text/xml")
            .Geeft<Verslag>();

    private static async Task<Uitkomst> Voer(
        HttpRequest verzoek,
        Opdrachtgever opdrachtgever,
        Stroom<Betaalopdracht> betaalopdrachten,
        Moment moment,
        CancellationToken ct
    )
    {
        verzoek.Body.Position = 0;
        var gelezen = Camt053.Lees(verzoek.Body);
        if (!gelezen.Gelukt)
        {
            return Weigering.Invoer([.. gelezen.Fouten.Select(f => new Fout(f.Plaats, f.Uitleg))]);
        }
        if (gelezen.Waarde.FirstOrDefault(a => a.Iban != opdrachtgever.Iban) is { } ander)
        {
            return Weigering.Invoer(
                new Fout(
                    "bestand",
                    $"Afschrift {ander.Kenmerk} is van een andere rekening dan {opdrachtgever.Iban}. Kies het juiste bestand."
                )
            );
        }
        var mutaties = gelezen
            .Waarde.SelectMany(a => a.Boekingen)
            .Where(b => b.Status == Boekingsstatus.Geboekt)
            .Select(b => new Mutatie(FormattableString.Invariant($"{b.Bankreferentie}/{b.Onderdeel}"), b))
            .ToLookup(m => m.Boeking.EndToEndId ?? "");
        var nu = moment.Nu;
        var regels = new List<(Oordeel Oordeel, Regel Regel)>();
        var zaken = new HashSet<string>();
        foreach (var groep in mutaties)
        {
            if (groep.Key.Length == 0 || await betaalopdrachten.Lees(groep.Key, ct) is null)
            {
                regels.AddRange(
                    groep.Select(m => Zeg(m, null, Oordeel.Ongekoppeld, "Geen betaalopdracht heeft dit kenmerk. Zoek uit wat dit is."))
                );
                continue;
            }
            await betaalopdrachten.Schrijf(
                groep.Key,
                betaalopdracht =>
                {
                    zaken.Add(betaalopdracht.Opdracht.Zaaknummer);
                    var (beslissing, gezegd) = Beslis(betaalopdracht, [.. groep], nu);
                    regels.AddRange(gezegd);
                    return beslissing;
                },
                ct
            );
        }
        return Uitkomst.Ok(
            new Verslag(Met(Oordeel.Geboekt), Met(Oordeel.EerderGeboekt), Met(Oordeel.DeelsGekoppeld), Met(Oordeel.Ongekoppeld))
        ) with
        {
            Zaken = [.. zaken],
        };

        List<Regel> Met(Oordeel oordeel) =>
            [.. regels.Where(r => r.Oordeel == oordeel).Select(r => r.Regel).OrderBy(r => r.Mutatie, StringComparer.Ordinal)];
    }

    /// <summary>What the movements with the reference of this order mean for it, in the order of the statement.</summary>
    public static (Beslissing Beslissing, IReadOnlyList<(Oordeel Oordeel, Regel Regel)> Regels) Beslis(
        Betaalopdracht betaalopdracht,
        IReadOnlyList<Mutatie> mutaties,
        Instant nu
    )
    {
        var gebeurtenissen = new List<Gebeurtenis>();
        var regels = new List<(Oordeel, Regel)>();
        var stand = betaalopdracht;
        foreach (var mutatie in mutaties)
        {
            var (oordeel, uitleg, gebeurtenis) = Weeg(stand, mutatie, nu);
            regels.Add(Zeg(mutatie, stand.Id, oordeel, uitleg));
            if (gebeurtenis is not null)
            {
                gebeurtenissen.Add(gebeurtenis);
                stand = stand.Na(gebeurtenis);
            }
        }
        return (Beslissing.Van(gebeurtenissen), regels);
    }

    private static (Oordeel, string, Gebeurtenis?) Weeg(Betaalopdracht stand, Mutatie mutatie, Instant nu)
    {
        var (naam, boeking) = mutatie;
        var opdracht = stand.Opdracht;
        if (stand.Mutaties.Contains(naam))
        {
            return (Oordeel.EerderGeboekt, "Deze boeking was al verwerkt.", null);
        }
        if (Math.Abs(boeking.Bedrag) != opdracht.Bedrag)
        {
            var verschil = FormattableString.Invariant($"{Math.Abs(boeking.Bedrag):0.00} in plaats van {opdracht.Bedrag:0.00}");
            return (
                Oordeel.DeelsGekoppeld,
                $"Het kenmerk klopt, het bedrag niet: {verschil}. Er is niets geboekt; vraag het na bij de bank.",
                null
            );
        }
        var komtTerug = boeking.Bedrag > 0;
        return (komtTerug, stand.Status) switch
        {
            (false, Betaalstatus.InBestand) => (
                Oordeel.Geboekt,
                "Uitgevoerd.",
                new BetalingUitgevoerd(opdracht, naam, boeking.Boekdatum, nu)
            ),
            (true, Betaalstatus.Uitgevoerd) => (
                Oordeel.Geboekt,
                $"Teruggekomen ({boeking.Retourreden ?? "zonder reden"}). Laat de rekening nakijken en accordeer opnieuw wat er nog van te betalen is.",
                new BetalingTeruggekomen(opdracht, naam, boeking.Retourreden ?? "", boeking.Boekdatum, nu)
            ),
            (false, Betaalstatus.Uitgevoerd) => (
                Oordeel.DeelsGekoppeld,
                "Deze betaling was al uitgevoerd: de bank heeft haar twee keer geboekt. Vraag het na bij de bank.",
                null
            ),
            _ => (Oordeel.DeelsGekoppeld, "Deze betaling staat niet in een bestand dat naar de bank is gegaan. Zoek uit wat dit is.", null),
        };
    }

    private static (Oordeel, Regel) Zeg(Mutatie mutatie, string? betaalopdracht, Oordeel oordeel, string uitleg) =>
        (oordeel, new Regel(mutatie.Naam, mutatie.Boeking.Bedrag, mutatie.Boeking.Boekdatum, betaalopdracht, uitleg));
}
