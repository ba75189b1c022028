using NodaTime;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Betalingen.Vorderen;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;

namespace SlimRegeling.Betalingen.Uitbetalen;

// What a movement means for what people book it on.
public static partial class BankregelAfhandelen
{
    private const char Terugbetaalletter = 'T';

    private const string Derdenbeslag = "artikel 477 Wetboek van Burgerlijke Rechtsvordering";

    /// <summary>Books the movement on this order, as what it is said to be.</summary>
    /// <param name="retourkosten">What a bank can have kept of a return at most, in euro (<see cref="Retourkosten.Hoogstens"/>).</param>
    /// <param name="door">Pseudonym of who confirms what is proposed; null while nobody does.</param>
    public static Beslissing Boek(
        Regelafhandeling afhandeling,
        Betaalopdracht betaalopdracht,
        Bankregel regel,
        Instant nu,
        decimal retourkosten,
        string? door = null
    )
    {
        var beslissing = afhandeling switch
        {
            Regelafhandeling.Retour => Retour(betaalopdracht, regel, nu, retourkosten),
            Regelafhandeling.Beslaglegger => AanBeslaglegger(betaalopdracht, regel, nu),
            _ => Boek(betaalopdracht, regel, nu),
        };
        return beslissing.Gebeurtenissen is [BetalingTeruggekomen terug] && door is not null && regel.Voorstel is { } voorstel
            ? terug with
            {
                Voorsteller = voorstel.Door,
                Door = door,
            }
            : beslissing;
    }

    /// <summary>Books the movement on this order, as if it had its reference; what was received came back, as people say.</summary>
    public static Beslissing Boek(Betaalopdracht betaalopdracht, Bankregel regel, Instant nu)
    {
        var mutatie = AfschriftVerwerken.Terug(regel);
        mutatie = mutatie with { Boeking = mutatie.Boeking with { Teruggedraaid = true } };
        var (beslissing, regels) = AfschriftVerwerken.Beslis(betaalopdracht, [mutatie], nu);
        return beslissing.Gebeurtenissen.Count > 0
            ? beslissing
            : Weigering.Van("past-niet", $"Deze boeking past niet op {betaalopdracht.Id}. {regels[0].Regel.Uitleg}");
    }

    /// <summary>Books the movement on this claim, as if it had its reference, as far as that stands open or was written off.</summary>
    /// <returns>What follows, and what is left of the movement.</returns>
    public static (Beslissing Beslissing, decimal Over) Boek(Vordering vordering, Bankregel regel, Instant nu)
    {
        var (beslissing, regels) = Ontvangsten.Beslis(vordering, [AfschriftVerwerken.Terug(regel)], nu, ookAfgeboekt: true);
        if (beslissing.Gebeurtenissen.Count > 0)
        {
            return (beslissing, regels[0].Regel.Rest ?? 0);
        }
        var weigering = Weigering.Van("past-niet", $"Deze boeking past niet op {vordering.Id}. {regels[0].Regel.Uitleg}", Toerekenen);
        return (weigering, regel.Bedrag);
    }

    /// <summary>Whether this is the number of an order to pay back what was received: no other has such an end.</summary>
    internal static bool IsTerugbetaling(string betaalopdracht) =>
        betaalopdracht[(betaalopdracht.LastIndexOf('-') + 1)..].StartsWith(Terugbetaalletter);

    /// <summary>What is more than a claim that was met goes back to its debtor; its number is that of the claim, and names the movement.</summary>
    private static Opdracht Terug(Bankregel regel, Vordering vordering, IReadOnlyList<string> ondertekenaars) =>
        new(
            $"{vordering.Id}-{Terugbetaalletter}{regel.Id[..Math.Min(regel.Id.Length, 8)]}",
            vordering.Zaaknummer,
            vordering.Ontstaan.Tijdvak,
            vordering.KvkNummer,
            vordering.Besloten?.Besluit ?? vordering.Ontstaan.Besluit,
            Betaalsoort.Terugbetaling,
            regel.Bedrag,
            ondertekenaars
        );

    private static Weigering? NietTerug(Bankregel regel, Vordering? vordering) =>
        vordering is null ? Weigering.Invoer(new Fout("vordering", "Deze vordering is er niet. Controleer het nummer.", Toerekenen))
        : regel.Bedrag <= 0 ? Weigering.Van("past-niet", "Deze boeking is af: er is niets ontvangen om terug te betalen.", Toerekenen)
        : vordering.Open.Totaal > 0
            ? Weigering.Van(
                "vordering-open",
                FormattableString.Invariant(
                    $"Van {vordering.Id} staat nog {vordering.Open.Totaal:0.00} open. Koppel de boeking eerst aan de vordering; wat dan over is, kan terug."
                ),
                Toerekenen
            )
        : null;

    /// <summary>The order came back, all of it: what a bank kept of it is no part of what the recipient is due.</summary>
    private static Beslissing Retour(Betaalopdracht betaalopdracht, Bankregel regel, Instant nu, decimal hoogstens)
    {
        var opdracht = betaalopdracht.Opdracht;
        if (betaalopdracht.Mutaties.Contains(regel.Mutatie))
        {
            return Weigering.Van("past-niet", $"Deze boeking is al geboekt op {betaalopdracht.Id}.");
        }
        if (
            betaalopdracht is not { Status: Betaalstatus.Uitgevoerd, Verrekend: false, AanBeslaglegger: null }
            || regel.Bedrag <= 0
            || regel.Bedrag >= opdracht.Bedrag
        )
        {
            return Weigering.Van(
                "past-niet",
                $"Deze boeking past niet als retour op {betaalopdracht.Id}. Een retour met kosten is bij, is minder dan de betaling, en hoort bij een betaling die de bank heeft uitgevoerd."
            );
        }
        // A recipient who repays quotes the number of the payment too, and is due nothing again.
        if (!regel.IsRetour)
        {
            return Weigering.Van(
                "geen-retour",
                "De bank zegt van deze boeking niet dat zij een betaling is die terugkwam. Betaalt de ontvanger terug, koppel haar dan aan een vordering.",
                Toerekenen
            );
        }
        if (opdracht.Bedrag - regel.Bedrag is var kosten && kosten > hoogstens)
        {
            return Weigering.Van(
                "te-veel-kosten",
                FormattableString.Invariant(
                    $"Van {betaalopdracht.Id} ontbreekt {kosten:0.00}; een bank houdt ten hoogste {hoogstens:0.00} in (retourkosten-hoogstens). Vraag na bij de bank wat dit is."
                )
            );
        }
        return new BetalingTeruggekomen(opdracht, regel.Mutatie, regel.Gemeld.Retourreden ?? "", regel.Gemeld.Boekdatum, nu);
    }

    /// <summary>The order was paid, or a part of it, to who attached it, outside of a file of ours.</summary>
    private static Beslissing AanBeslaglegger(Betaalopdracht betaalopdracht, Bankregel regel, Instant nu)
    {
        var opdracht = betaalopdracht.Opdracht;
        if (betaalopdracht.Aanhoudingen.FirstOrDefault(a => a.Grond == Aanhoudgrond.Beslag) is not { Nummer: var beslag })
        {
            return Weigering.Van(
                "geen-beslag",
                $"Op betaling {betaalopdracht.Id} ligt geen beslag. Registreer het eerst, of zoek uit wat deze boeking is.",
                Derdenbeslag
            );
        }
        return betaalopdracht.Open && regel.Bedrag < 0 && -regel.Bedrag <= opdracht.Bedrag
            ? new BeslagleggerBetaald(opdracht, beslag, regel.Mutatie, -regel.Bedrag, regel.Gemeld.Boekdatum, nu)
            : Weigering.Van(
                "past-niet",
                FormattableString.Invariant(
                    $"Deze boeking past niet op {betaalopdracht.Id}: aan de beslaglegger gaat ten hoogste wat er nog van te betalen is ({opdracht.Bedrag:0.00}), en niets als zij al naar de bank is."
                ),
                Derdenbeslag
            );
    }
}
