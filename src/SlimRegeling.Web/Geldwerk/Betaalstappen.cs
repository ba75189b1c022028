using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Bezwaren;

namespace SlimRegeling.Web.Geldwerk;

/// <summary>What an employee of finance can do about a round, an order and an account.</summary>
internal static class Betaalstappen
{
    public const string Voorstellen = "voorstellen";
    public const string Akkoord = "akkoord";
    public const string Uitname = "uitname";
    public const string Intrekking = "intrekking";
    public const string Terugname = "terugname";
    public const string Terugnemen = "terugnemen";
    public const string NietTerug = "nietterug";
    public const string Vrijgave = "vrijgave";
    public const string Controle = "controle";
    public const string Beslag = "beslag";
    public const string Opheffing = "opheffing";

    /// <summary>With more to choose from nobody chooses: then all go that can.</summary>
    public const int TeKiezen = 500;

    /// <summary>The field for the numbers of payments that are not on the page.</summary>
    public const string Nummersveld = "nummers";

    private const string Waarom = "Dit blijft bewaard bij de ronde.";

    /// <summary>As the API says that the account has another name.</summary>
    private const string AndereNaam = "anders";

    /// <param name="betaalbaar">What can be proposed now.</param>
    public static IReadOnlyList<Stapvorm> Nieuw(Betalingenlijst betaalbaar, string vandaag, Persoon persoon) =>
        betaalbaar.Aantal == 0 || !persoon.Heeft(Rol.FinancieelMedewerker)
            ? []
            :
            [
                new(
                    Voorstellen,
                    "Een ronde voorstellen",
                    "Stel deze ronde voor",
                    "betaalrondes",
                    [
                        new("uitvoerdatum", "Op welke dag betaalt de bank?", Veldvorm.Dag, "Vandaag of later.", Nu: vandaag),
                        .. betaalbaar.Volgende is not null
                            ? []
                            : (Stapveld[])
                                [
                                    new(
                                        "opdrachten",
                                        "Welke betalingen?",
                                        Veldvorm.Vinkjes,
                                        Keuzes: [.. betaalbaar.Opdrachten.Select(b => (b.Id, Keuze(b)))],
                                        Nu: string.Join(',', betaalbaar.Opdrachten.Select(b => b.Id))
                                    ),
                                ],
                    ]
                )
                {
                    Uitleg =
                        betaalbaar.Volgende is not null
                            ? $"Alle {Weergave.Getal(betaalbaar.Aantal)} betalingen die nu kunnen, gaan mee. Twee collega's accorderen de ronde."
                            : "Twee collega's accorderen de ronde; u doet dat zelf niet.",
                },
            ];

    public static IReadOnlyList<Stapvorm> Van(Rondeblad blad, Persoon persoon)
    {
        var ronde = blad.Ronde;
        if (ronde.Status == "bestand")
        {
            return Terugnamestappen(blad, persoon);
        }
        if (ronde.Status != "voorgesteld")
        {
            return [];
        }
        var stappen = new List<Stapvorm>();
        if (!ronde.Makers.Contains(persoon.Onderwerp) && !ronde.Akkoorden.Contains(persoon.Onderwerp))
        {
            stappen.Add(
                new(Akkoord, "Deze ronde accorderen", "Accordeer deze ronde", Pad(ronde, Akkoord), [])
                {
                    Gevaar = ronde.Akkoorden.Count > 0,
                    Vast = new Dictionary<string, string> { ["hash"] = ronde.Hash },
                    Uitleg =
                        ronde.Akkoorden.Count > 0
                            ? "U geeft het tweede akkoord. Daarna is er een bestand voor de bank; dat is niet terug te draaien."
                            : "U geeft het eerste akkoord op wat u hier ziet. Daarna accordeert een collega.",
                }
            );
        }
        if (ronde.Aantal > 1)
        {
            stappen.Add(
                new(
                    Uitname,
                    "Betalingen uit de ronde nemen",
                    "Neem deze uit de ronde",
                    Pad(ronde, Uitname),
                    [
                        new(
                            "opdrachten",
                            "Welke betalingen gaan eruit?",
                            Veldvorm.Vinkjes,
                            Keuzes: [.. blad.Regels.Select(r => (r.Betaalopdracht, Keuze(r)))]
                        ),
                        .. ronde.Aantal > blad.Regels.Count
                            ? (Stapveld[])
                                [new(Nummersveld, "Nummers van betalingen die niet op deze bladzijde staan", Hulp: "Onder elkaar.", MagLeeg: true)]
                            : [],
                        new("toelichting", "Waarom?", Hulp: Waarom),
                    ]
                )
                {
                    Uitleg = "Akkoorden vervallen. Wie betalingen uitneemt, accordeert de ronde niet.",
                }
            );
        }
        stappen.Add(
            new(Intrekking, "De ronde intrekken", "Trek de ronde in", Pad(ronde, Intrekking), [new("toelichting", "Waarom?", Hulp: Waarom)])
            {
                Gevaar = true,
                Uitleg = "Er wordt niets betaald. De betalingen kunnen in een andere ronde.",
            }
        );
        return stappen;
    }

    /// <summary>Of a file that never came to the bank.</summary>
    private static List<Stapvorm> Terugnamestappen(Rondeblad blad, Persoon persoon)
    {
        var pad = $"betaalbestanden/{Uri.EscapeDataString(blad.Ronde.Ronde)}/terugname";
        if (blad.Terugname is not { } ligt)
        {
            return
            [
                new(
                    Terugname,
                    "Voorstellen: het bestand terugnemen",
                    "Stel voor het bestand terug te nemen",
                    pad,
                    [new("toelichting", "Wat zei de bank over dit bestand, en wanneer?", Hulp: Waarom)]
                )
                {
                    Uitleg =
                        "Alleen als het bestand nooit bij de bank aankwam en de uitvoerdatum voorbij is. Een collega bevestigt het.",
                },
            ];
        }
        var stappen = new List<Stapvorm>();
        if (ligt.Door != persoon.Onderwerp)
        {
            stappen.Add(
                new(Terugnemen, "Bevestigen dat het bestand wordt teruggenomen", "Neem het bestand terug", $"{pad}/bevestiging", [])
                {
                    Gevaar = true,
                    Vast = new Dictionary<string, string> { ["hash"] = ligt.Hash },
                    Uitleg = "Daarna kunnen de betalingen in een nieuwe ronde. Heeft de bank het bestand toch, dan wordt er twee keer betaald.",
                }
            );
        }
        stappen.Add(new(NietTerug, "Het bestand niet terugnemen", "Laat het voorstel vervallen", $"{pad}/vervallenverklaring", []));
        return stappen;
    }

    /// <summary>Of an order: one for each objection for which it waits.</summary>
    public static IReadOnlyList<Stapvorm> Van(Betaalopdracht opdracht) =>
        [
            .. (opdracht.Aanhoudingen ?? [])
                .Where(a => a.Grond == "bezwaar")
                .Select(
                    (a, i) =>
                        new Stapvorm(
                            FormattableString.Invariant($"{Vrijgave}-{i + 1}"),
                            $"Vrijgeven terwijl bezwaar {a.Nummer} loopt",
                            "Geef deze betaling vrij",
                            $"betaalopdrachten/{Uri.EscapeDataString(opdracht.Id)}/vrijgave",
                            [new("toelichting", "Waarom kan de betaling gaan?", Hulp: "Kijk eerst naar het bezwaar.")]
                        )
                        {
                            Vast = new Dictionary<string, string> { ["bezwaar"] = a.Nummer },
                            Uitleg = "Een bezwaar schorst niet (artikel 6:16 Awb). Wie vrijgeeft, accordeert de ronde niet.",
                        }
                ),
        ];

    public static IReadOnlyList<Stapvorm> Van(Rekeningbeeld rekening, Persoon persoon)
    {
        var pad = $"rekeningen/{Uri.EscapeDataString(rekening.KvkNummer)}";
        var stappen = new List<Stapvorm>();
        if (rekening.TeControleren && persoon.Heeft(Rol.FinancieelControleur))
        {
            stappen.Add(
                new(
                    Controle,
                    "De gewijzigde rekening controleren",
                    "Leg de controle vast",
                    $"{pad}/controle",
                    [
                        new("akkoord", "Is deze rekening van de onderneming?", Veldvorm.JaNee),
                        new("toelichting", "Hoe hebt u dit gecontroleerd?", Hulp: "Bijvoorbeeld: gebeld met een nummer dat al bekend was."),
                        .. rekening.Naamcontrole == AndereNaam
                            ? (Stapveld[])
                                [
                                    new(
                                        "naamreden",
                                        "De rekening heeft een andere naam. Waarom gaat u toch akkoord?",
                                        Hulp: "Alleen nodig bij akkoord.",
                                        MagLeeg: true
                                    ),
                                ]
                            : [],
                    ]
                )
                {
                    Vast = new Dictionary<string, string> { ["volgnummer"] = FormattableString.Invariant($"{rekening.Volgnummer}") },
                    Uitleg = "Bij akkoord gaan de wachtende betalingen door. Wie de rekening wijzigde, controleert haar niet.",
                }
            );
        }
        stappen.AddRange(
            // By its place among all that ever lay: an attachment that ends does not give its form to the next.
            rekening
                .Beslagen.Select((b, i) => (Beslag: b, Nummer: i + 1))
                .Where(x => x.Beslag.OpgehevenDoor is null && x.Beslag.Door != persoon.Onderwerp)
                .Select(x => new Stapvorm(
                    FormattableString.Invariant($"{Opheffing}-{x.Nummer}"),
                    $"Beslag {x.Beslag.Nummer} is geëindigd",
                    "Leg vast dat het beslag is geëindigd",
                    $"{pad}/beslagen/{Uri.EscapeDataString(x.Beslag.Nummer)}/opheffing",
                    [new("toelichting", "Waaruit blijkt dat?")]
                ))
        );
        stappen.Add(
            new(
                Beslag,
                "Een beslag registreren",
                "Registreer het beslag",
                $"{pad}/beslagen",
                [
                    new("beslaglegger", "Wie legde het beslag?", Veldvorm.Regel),
                    new("kenmerk", "Kenmerk van het exploot", Veldvorm.Regel),
                    new("gelegdOp", "Dag van het exploot", Veldvorm.Dag),
                    new("bedrag", "Bedrag", Veldvorm.Bedrag, "Als het exploot er een noemt.", MagLeeg: true),
                ]
            )
            {
                Uitleg = "Alle betalingen aan deze onderneming wachten totdat een ander vastlegt dat het beslag is geëindigd.",
            }
        );
        return stappen;
    }

    /// <summary>What is said when it succeeded.</summary>
    public static string Gedaan(string stap) =>
        stap.Split('-')[0] switch
        {
            Akkoord => "Uw akkoord is vastgelegd.",
            Uitname => "De betalingen zijn uit de ronde. De ronde moet opnieuw worden geaccordeerd.",
            Intrekking => "De ronde is ingetrokken.",
            Terugname => "Uw voorstel is vastgelegd. Een collega bevestigt het.",
            Terugnemen => "Het bestand is teruggenomen. De betalingen kunnen in een nieuwe ronde.",
            NietTerug => "Het voorstel is vervallen.",
            Vrijgave => "De betaling wacht niet meer op dit bezwaar.",
            Controle => "De controle is vastgelegd.",
            Beslag => "Het beslag is geregistreerd. De betalingen wachten.",
            _ => "Het beslag is geëindigd.",
        };

    private static string Keuze(Betaalopdracht b) => $"{b.Id}: {Weergave.Bedrag(b.Bedrag)} aan KVK {b.KvkNummer} ({b.Soorttekst})";

    private static string Keuze(Ronderegel r) =>
        $"{r.Betaalopdracht}: {Weergave.Bedrag(r.Bedrag)} aan {r.Naam ?? $"KVK {r.KvkNummer}"}{(r.Veranderd is null ? "" : " (kan zo niet meer)")}";

    private static string Pad(Rondebeeld ronde, string waar) => $"betaalrondes/{Uri.EscapeDataString(ronde.Ronde)}/{waar}";
}
