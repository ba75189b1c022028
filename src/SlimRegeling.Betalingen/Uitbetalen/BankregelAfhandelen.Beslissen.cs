using NodaTime;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Betalingen.Vorderen;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Betalingen.Uitbetalen;

// What one may propose, and what follows when another agrees.
public static partial class BankregelAfhandelen
{
    private const string Onbevangen = "artikel 2:4, eerste lid, Awb";

    private const string Toerekenen = "artikel 4:92, eerste lid, Awb";

    /// <param name="opdracht">The order that is named, if it is there.</param>
    /// <param name="bewaar">Keeps why; not asked when it is refused.</param>
    /// <param name="retourkosten">What a bank can have kept of a return at most, in euro.</param>
    /// <param name="vordering">The claim that is named, if it is there.</param>
    /// <param name="ander">The other movement that is named, if it is there.</param>
    public static Beslissing Beslis(
        Bankregel regel,
        Verzoek verzoek,
        Betaalopdracht? opdracht,
        string wie,
        Func<Verwijzing> bewaar,
        Instant nu,
        decimal retourkosten,
        Vordering? vordering = null,
        Bankregel? ander = null
    )
    {
        if (regel.Status == Regelstatus.Gekoppeld)
        {
            return AlGekoppeld(regel);
        }
        if (string.IsNullOrWhiteSpace(verzoek.Toelichting))
        {
            return Weigering.Invoer(new Fout("toelichting", "Schrijf op wat deze boeking is, of waarom dat nog niet bekend is."));
        }
        var weigering = verzoek switch
        {
            { Afhandeling: Regelafhandeling.Tussenrekening } => regel.OpTussenrekening
                ? Weigering.Van(
                    "al-op-tussenrekening",
                    "Deze boeking staat al op de tussenrekening. Koppel haar als u weet waar zij hoort."
                )
                : null,
            { Afhandeling: Regelafhandeling.Bankkosten } => GeenBankkosten(regel),
            { Afhandeling: Regelafhandeling.TegenElkaar } => ander is null
                ? Weigering.Invoer(new Fout("bankregel", "Deze boeking van de bank is er niet. Controleer het nummer."))
                : NietTegenElkaar(regel, ander),
            { Afhandeling: Regelafhandeling.Terugbetalen } => NietTerug(regel, vordering),
            { Afhandeling: Regelafhandeling.Koppelen, Vordering: not null } => NietOpVordering(regel, verzoek, vordering, nu),
            _ => opdracht is null
                ? Weigering.Invoer(new Fout("betaalopdracht", "Deze betaalopdracht is er niet. Controleer het nummer."))
                : Boek(verzoek.Afhandeling, opdracht, regel, nu, retourkosten).Weigering,
        };
        if (weigering is not null)
        {
            return weigering;
        }
        // What was named beside what this kind of proposal asks is not kept.
        var opVordering =
            verzoek is { Afhandeling: Regelafhandeling.Koppelen, Vordering: not null } or { Afhandeling: Regelafhandeling.Terugbetalen };
        var opOpdracht =
            !opVordering && verzoek.Afhandeling is Regelafhandeling.Koppelen or Regelafhandeling.Retour or Regelafhandeling.Beslaglegger;
        return new BankregelVoorgesteld(
            verzoek.Afhandeling,
            opOpdracht ? opdracht?.Id : null,
            bewaar(),
            wie,
            nu,
            opVordering ? vordering?.Id : null,
            verzoek.Afhandeling == Regelafhandeling.TegenElkaar ? ander?.Id : null
        );
    }

    /// <summary>Why who confirms did not look at what is proposed now; null when they did, and when nothing is.</summary>
    public static Weigering? Gezien(Bankregel regel, string hash) =>
        regel.Voorstel is { } voorstel && hash != Regelvoorstelhash.Van(regel, voorstel)
            ? Weigering.Van(
                "ander-voorstel",
                "Dit voorstel is veranderd sinds u het bekeek. Bekijk het opnieuw en bevestig wat er nu staat.",
                Onbevangen
            )
            : null;

    /// <summary>A second person agrees.</summary>
    /// <param name="vordering">The claim on which it would be booked; null where that is none.</param>
    /// <param name="opdracht">The order on which it would be booked; null where that is none.</param>
    /// <param name="ander">The movement beside which it would come to nothing; null where there is none.</param>
    public static Beslissing Bevestig(
        Bankregel regel,
        string wie,
        Instant nu,
        Vordering? vordering = null,
        Betaalopdracht? opdracht = null,
        Bankregel? ander = null
    )
    {
        if (regel.Status == Regelstatus.Gekoppeld)
        {
            return AlGekoppeld(regel);
        }
        if (regel.Voorstel is not { } voorstel)
        {
            return regel.OpTussenrekening
                ? Weigering.Van("al-op-tussenrekening", "Deze boeking staat al op de tussenrekening.")
                : Weigering.Van("niets-voorgesteld", "Voor deze boeking is niets voorgesteld. Stel eerst voor wat ermee gebeurt.");
        }
        if (voorstel.Door == wie)
        {
            return Weigering.NietDoorU("zelf-voorgesteld", "U hebt dit zelf voorgesteld. Laat een collega het bevestigen.", Onbevangen);
        }
        switch (voorstel.Afhandeling)
        {
            case Regelafhandeling.Tussenrekening:
                return OpTussenrekening(regel, voorstel, wie, nu);
            case Regelafhandeling.Bankkosten:
                return Beslissing.Van([.. Af(regel, regel.Bedrag, voorstel, wie, nu), Kosten(regel, regel.Bedrag, voorstel, wie, nu)]);
            case Regelafhandeling.TegenElkaar:
                return ander is null ? Weigering.NietGevonden(voorstel.Bankregel!) : ValWeg(regel, ander, voorstel, wie, nu);
            case Regelafhandeling.Terugbetalen:
                return vordering is null ? Weigering.NietGevonden(voorstel.Vordering!) : BetaalTerug(regel, vordering, voorstel, wie, nu);
            case Regelafhandeling.Retour:
                return opdracht is null
                    ? Weigering.NietGevonden(voorstel.Betaalopdracht!)
                    : Beslissing.Van([
                        .. Af(regel, regel.Bedrag, voorstel, wie, nu),
                        Kosten(regel, regel.Bedrag - opdracht.Opdracht.Bedrag, voorstel, wie, nu),
                        Koppel(voorstel, wie, nu),
                    ]);
            default:
                return Gekoppeld(regel, voorstel, wie, nu, vordering);
        }
    }

    /// <summary>Beside the other movement it comes to nothing: each is on the suspense account, where they balance.</summary>
    /// <param name="voorstel">That was made for one of them.</param>
    public static Beslissing ValWeg(Bankregel regel, Bankregel ander, Regelvoorstel voorstel, string wie, Instant nu) =>
        NietTegenElkaar(regel, ander) is { } weigering
            ? weigering
            : Beslissing.Van([
                .. regel.OpTussenrekening ? [] : (Gebeurtenis[])[OpTussenrekening(regel, voorstel, wie, nu)],
                new BankregelWeggevallen(ander.Id, voorstel.Door, wie, nu),
            ]);

    private static Beslissing BetaalTerug(Bankregel regel, Vordering vordering, Regelvoorstel voorstel, string wie, Instant nu) =>
        NietTerug(regel, vordering) is { } weigering
            ? weigering
            : Beslissing.Van([
                .. Af(regel, regel.Bedrag, voorstel, wie, nu),
                new TerugbetalingOpgedragen(
                    Terug(regel, vordering, [voorstel.Door, wie]),
                    vordering.Id,
                    regel.Mutatie,
                    regel.Gemeld.Boekdatum,
                    voorstel.Door,
                    wie,
                    nu
                ),
            ]);

    private static Beslissing Gekoppeld(Bankregel regel, Regelvoorstel voorstel, string wie, Instant nu, Vordering? vordering)
    {
        var rest = 0m;
        if (voorstel.Vordering is not null)
        {
            if (vordering is null)
            {
                return Weigering.NietGevonden(voorstel.Vordering);
            }
            (var beslissing, rest) = Boek(vordering, regel, nu);
            if (beslissing.Weigering is { } weigering)
            {
                return weigering;
            }
        }
        Gebeurtenis gekoppeld =
            rest == 0 ? Koppel(voorstel, wie, nu) : new BankregelDeelsGekoppeld(vordering!.Id, regel.Bedrag - rest, voorstel.Door, wie, nu);
        return Beslissing.Van([.. Af(regel, regel.Bedrag - rest, voorstel, wie, nu), gekoppeld]);
    }

    private static BankregelGekoppeld Koppel(Regelvoorstel voorstel, string wie, Instant nu) =>
        new(voorstel.Betaalopdracht, voorstel.Door, wie, nu, voorstel.Vordering);

    private static BankregelGeboekt OpTussenrekening(Bankregel regel, Regelvoorstel voorstel, string wie, Instant nu) =>
        new(regel.Mutatie, regel.Bedrag, regel.Gemeld.Boekdatum, voorstel.Door, wie, nu);

    private static BankkostenGeboekt Kosten(Bankregel regel, decimal bedrag, Regelvoorstel voorstel, string wie, Instant nu) =>
        new(regel.Mutatie, bedrag, regel.Gemeld.Boekdatum, voorstel.Door, wie, nu);

    /// <summary>Takes as much off the suspense account, when it is there.</summary>
    private static IEnumerable<Gebeurtenis> Af(Bankregel regel, decimal bedrag, Regelvoorstel voorstel, string wie, Instant nu) =>
        regel.OpTussenrekening ? [new BankregelTeruggeboekt(regel.Mutatie, bedrag, regel.Gemeld.Boekdatum, voorstel.Door, wie, nu)] : [];

    private static Weigering? NietOpVordering(Bankregel regel, Verzoek verzoek, Vordering? vordering, Instant nu) =>
        verzoek.Betaalopdracht is not null
            ? Weigering.Invoer(new Fout("vordering", "Kies een betaalopdracht of een vordering, niet beide.", Toerekenen))
        : vordering is null ? Weigering.Invoer(new Fout("vordering", "Deze vordering is er niet. Controleer het nummer.", Toerekenen))
        : Boek(vordering, regel, nu).Beslissing.Weigering;

    /// <summary>What has a reference of ours is a payment or a repayment, whatever became of it.</summary>
    private static Weigering? GeenBankkosten(Bankregel regel) =>
        (regel.Gemeld.Betaalopdracht ?? regel.Gemeld.Vordering) is { } kenmerk
            ? Weigering.Van(
                "geen-bankkosten",
                $"Deze boeking heeft het kenmerk van {kenmerk}: dat zijn geen kosten van de bank. Zoek uit wat zij is."
            )
            : null;

    private static Weigering? NietTegenElkaar(Bankregel regel, Bankregel ander) =>
        ander.Status == Regelstatus.Gekoppeld ? AlGekoppeld(ander)
        : regel.Status == Regelstatus.Gekoppeld ? AlGekoppeld(regel)
        : regel.Id == ander.Id || regel.Bedrag + ander.Bedrag != 0
            ? Weigering.Van(
                "niet-tegen-elkaar",
                FormattableString.Invariant(
                    $"Samen zijn deze twee boekingen niet nul: {regel.Bedrag:0.00} en {ander.Bedrag:0.00}. Kies een boeking van evenveel, de andere kant op."
                )
            )
        : null;

    private static Weigering AlGekoppeld(Bankregel regel) =>
        Weigering.Van(
            "al-gekoppeld",
            regel.Doel switch
            {
                Regeldoel.Bankregel => "Deze boeking is al afgehandeld: zij valt weg tegen een andere.",
                Regeldoel.Bankkosten => "Deze boeking is al geboekt als kosten van de bank.",
                _ => $"Deze boeking is al geboekt op {regel.Gekoppeld}.",
            }
        );
}
