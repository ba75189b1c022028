using NodaTime;
using SlimRegeling.Betalingen.Bankbestanden;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Betalingen.Uitbetalen;

// What a movement means for an order: pure, and the same for a statement and for who books a movement by hand.
public static partial class AfschriftVerwerken
{
    public enum Oordeel
    {
        Geboekt,
        EerderGeboekt,
        DeelsGekoppeld,
        Ongekoppeld,

        /// <summary>Another movement was booked under its name: nothing of its file is.</summary>
        Hergebruikt,
    }

    /// <summary>A movement on the statement under its own name.</summary>
    public sealed record Mutatie(string Naam, Bankboeking Boeking);

    /// <summary>
    /// What the movements with the reference of this order mean for it. They come in any order: what does not fit yet is weighed again after what does.
    /// </summary>
    public static (Beslissing Beslissing, IReadOnlyList<(Oordeel Oordeel, Regel Regel)> Regels) Beslis(
        Betaalopdracht betaalopdracht,
        IReadOnlyList<Mutatie> mutaties,
        Instant nu
    )
    {
        var gebeurtenissen = new List<Gebeurtenis>();
        var regels = new List<(Oordeel, Regel)>();
        var stand = betaalopdracht;
        var wachtend = mutaties;
        for (var vooruit = true; vooruit && wachtend.Count > 0; )
        {
            vooruit = false;
            var blijft = new List<Mutatie>();
            foreach (var mutatie in wachtend)
            {
                var (oordeel, uitleg, gebeurtenis) = Weeg(stand, mutatie, nu);
                if (oordeel is not (Oordeel.Geboekt or Oordeel.EerderGeboekt))
                {
                    blijft.Add(mutatie);
                    continue;
                }
                regels.Add(Zeg(mutatie, stand.Id, oordeel, uitleg));
                if (gebeurtenis is not null)
                {
                    gebeurtenissen.Add(gebeurtenis);
                    stand = stand.Na(gebeurtenis);
                    vooruit = true;
                }
            }
            wachtend = blijft;
        }
        foreach (var mutatie in wachtend)
        {
            var (oordeel, uitleg, _) = Weeg(stand, mutatie, nu);
            regels.Add(Zeg(mutatie, stand.Id, oordeel, uitleg));
        }
        return (Beslissing.Van(gebeurtenissen), regels);
    }

    private static (Oordeel, string, Gebeurtenis?) Weeg(Betaalopdracht stand, Mutatie mutatie, Instant nu)
    {
        var (naam, boeking) = mutatie;
        var opdracht = stand.Opdracht;
        if (stand.Mutaties.Contains(naam))
        {
            // What a bank kept of a return is not in this; such a movement is on the work list, and is compared there.
            return stand.Gegevens.FirstOrDefault(g => g.Mutatie == naam) is { } was && !Dezelfde(boeking, was.Bedrag, was.Boekdatum)
                ? (Oordeel.Hergebruikt, TweeBoekingen(naam), null)
                : (Oordeel.EerderGeboekt, "Deze boeking was al verwerkt.", null);
        }
        if (Math.Abs(boeking.Bedrag) != opdracht.Bedrag)
        {
            var verschil = FormattableString.Invariant($"{Math.Abs(boeking.Bedrag):0.00} in plaats van {opdracht.Bedrag:0.00}");
            var minder = boeking.Bedrag > 0 && boeking.Bedrag < opdracht.Bedrag && stand.Status == Betaalstatus.Uitgevoerd;
            return (
                Oordeel.DeelsGekoppeld,
                (minder, boeking) switch
                {
                    (true, { Retourreden: null, Teruggedraaid: false }) =>
                        $"Ontvangen met het kenmerk van deze betaling: {verschil}. Er is niets geboekt. De bank zegt niet dat zij terugkwam; misschien betaalt de ontvanger terug. Koppel haar dan aan een vordering.",
                    (true, _) =>
                        $"Teruggekomen voor een ander bedrag: {verschil}. Er is niets geboekt. Hield een bank kosten in, handel haar dan af als retour met kosten.",
                    _ => $"Het kenmerk klopt, het bedrag niet: {verschil}. Er is niets geboekt; vraag het na bij de bank.",
                },
                null
            );
        }
        var komtTerug = boeking.Bedrag > 0;
        return (komtTerug, stand.Status) switch
        {
            _ when stand.Verrekend => (
                Oordeel.DeelsGekoppeld,
                "Deze betaling is verrekend met een vordering: zij is nooit naar de bank gegaan. Zoek uit wat dit is.",
                null
            ),
            (false, Betaalstatus.InBestand) => (
                Oordeel.Geboekt,
                "Uitgevoerd.",
                new BetalingUitgevoerd(opdracht, naam, boeking.Boekdatum, nu)
            ),
            // Who repays an advance quotes its number too: then nothing is to be paid again.
            (true, Betaalstatus.Uitgevoerd or Betaalstatus.InBestand) when boeking is { Retourreden: null, Teruggedraaid: false } => (
                Oordeel.DeelsGekoppeld,
                "Ontvangen met het kenmerk van deze betaling, zonder dat de bank zegt dat zij terugkwam: misschien betaalt de ontvanger terug. Koppel haar aan deze betaling als die terugkwam, en anders aan een vordering.",
                null
            ),
            (true, Betaalstatus.Uitgevoerd) => (
                Oordeel.Geboekt,
                $"Teruggekomen: {Bankreden.Uitleg(boeking.Retourreden ?? "")}. Laat de rekening nakijken; wat er nog van te betalen is, kan in een nieuwe ronde.",
                new BetalingTeruggekomen(opdracht, naam, boeking.Retourreden ?? "", boeking.Boekdatum, nu)
            ),
            (true, Betaalstatus.InBestand) => (
                Oordeel.DeelsGekoppeld,
                "Deze betaling kwam terug, maar op geen afschrift staat dat zij is uitgevoerd. Lees het afschrift daarvan in; dan wordt ook dit geboekt.",
                null
            ),
            (false, Betaalstatus.Uitgevoerd) => (
                Oordeel.DeelsGekoppeld,
                "Deze betaling was al uitgevoerd: de bank heeft haar twee keer geboekt. Vraag het na bij de bank.",
                null
            ),
            _ => (Oordeel.DeelsGekoppeld, "Deze betaling staat niet in een bestand dat naar de bank is gegaan. Zoek uit wat dit is.", null),
        };
    }

    /// <summary>Whether it is the movement that was booked under its name.</summary>
    internal static bool Dezelfde(Bankboeking boeking, decimal bedrag, LocalDate dag) =>
        (boeking.Bedrag, boeking.Boekdatum) == (bedrag, dag);

    internal static string TweeBoekingen(string naam) =>
        $"Bankreferentie {naam} is van twee boekingen: met een ander bedrag, een andere dag of een ander kenmerk. Er is niets geboekt; vraag de bank wat geldt.";

    private static (Oordeel, Regel) Zeg(
        Mutatie mutatie,
        string? betaalopdracht,
        Oordeel oordeel,
        string uitleg,
        string? bankregel = null,
        string? vordering = null
    ) =>
        (oordeel, new Regel(mutatie.Naam, mutatie.Boeking.Bedrag, mutatie.Boeking.Boekdatum, betaalopdracht, uitleg, bankregel, vordering));

    /// <summary>What is left of the movement as it stands on the work list; its text does not weigh.</summary>
    internal static Mutatie Terug(Bankregel regel) =>
        new(
            regel.Mutatie,
            new Bankboeking(
                regel.Mutatie,
                1,
                regel.Bedrag,
                regel.Gemeld.Boekdatum,
                Boekingsstatus.Geboekt,
                regel.Gemeld.Teruggedraaid,
                regel.Gemeld.Betaalopdracht,
                regel.Gemeld.Retourreden,
                ""
            )
        );
}
