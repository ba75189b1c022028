using NodaTime;
using NodaTime.Text;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Vaststelling;

/// <summary>What every step towards the settlement asks first.</summary>
internal static class Stand
{
    /// <summary>
    /// Null when there is an award that is settled ambtshalve, whose period is over and that is not settled yet, or is settled anew after an objection or
    /// a mistake that was mended.
    /// </summary>
    public static Weigering? Open(Verantwoording verantwoording, Instant nu) =>
        verantwoording switch
        {
            { Opening: null } => Weigering.NietGevonden(verantwoording.Id),
            { Geheel: true, Intrekkingen: [.., var ingetrokken] } => HelemaalIngetrokken(ingetrokken),
            { Voornemen: { } voornemen } => IntrekkingLoopt(verantwoording, voornemen),
            { Vaststelling: { } vastgesteld, Heropening: null } => AlVastgesteld(vastgesteld, "7.4, tweede lid, Kaderregeling"),
            { Opening: { Wijze: not Verantwoordingswijze.Ambtshalve } opening } => Weigering.Van(
                "op-verzoek",
                "Deze subsidie wordt op verzoek van de ontvanger vastgesteld. Wacht op het verzoek.",
                Artikel(opening)
            ),
            { Heropening: not null } => null,
            { Opening: { } opening } when Moment.Dag(nu) <= opening.PeriodeTot => Weigering.Van(
                "periode-loopt-nog",
                $"De initiatiefperiode loopt tot en met {LocalDatePattern.Iso.Format(opening.PeriodeTot)}. Doe dit daarna.",
                "7.4, tweede lid, Kaderregeling"
            ),
            _ => null,
        };

    /// <summary>
    /// Null when there is an award that is settled on request and that is not settled yet, or is settled anew. Also while the minister means to withdraw:
    /// the last day for what the recipient must send does not wait for that.
    /// </summary>
    public static Weigering? OpVerzoek(Verantwoording verantwoording) =>
        verantwoording switch
        {
            { Opening: null } => Weigering.NietGevonden(verantwoording.Id),
            { Geheel: true, Intrekkingen: [.., var ingetrokken] } => HelemaalIngetrokken(ingetrokken),
            { Vaststelling: { } vastgesteld, Heropening: null } => AlVastgesteld(vastgesteld, "4:46 Awb"),
            { Opening.Wijze: Verantwoordingswijze.Ambtshalve } => Weigering.Van(
                "ambtshalve",
                "Voor deze subsidie hoeft u geen vaststelling te vragen: wij stellen haar zelf vast.",
                "1.5, onderdeel a, onder 2°, Kaderregeling"
            ),
            _ => null,
        };

    /// <summary>Null when a declaration can be judged: what was asked is not settled while the minister means to withdraw.</summary>
    public static Weigering? TeBeoordelen(Verantwoording verantwoording) =>
        OpVerzoek(verantwoording) ?? (verantwoording.Voornemen is { } voornemen ? IntrekkingLoopt(verantwoording, voornemen) : null);

    /// <summary>Null when the subsidy can be settled in the way that its award says.</summary>
    public static Weigering? TeVaststellen(Verantwoording verantwoording, Instant nu) =>
        verantwoording.Opening is { Wijze: Verantwoordingswijze.Aanvraag } ? TeBeoordelen(verantwoording) : Open(verantwoording, nu);

    public static Weigering HelemaalIngetrokken(Ingetrokken ingetrokken) =>
        Weigering.Van(
            "ingetrokken",
            $"De subsidie is helemaal ingetrokken bij besluit {ingetrokken.Besluit}. Er is niets vast te stellen.",
            "artikel 4:48 Awb"
        );

    private static Weigering IntrekkingLoopt(Verantwoording verantwoording, string voornemen) =>
        Weigering.Van(
            "intrekking-loopt",
            $"Er ligt een voorstel om deze subsidie in te trekken of te verlagen ({voornemen}). Wacht tot daarover is besloten.",
            verantwoording.Vaststelling is null ? "artikel 4:48 Awb" : "artikel 4:49 Awb"
        );

    private static Weigering AlVastgesteld(Vastgesteld vastgesteld, string artikel) =>
        Weigering.Van("al-vastgesteld", $"De subsidie is al vastgesteld bij besluit {vastgesteld.Besluit}.", artikel);

    /// <summary>
    /// Who took the settlement that an objection reached has no hand in the one in its place (10:3, third paragraph, Awb). When a mistake is mended they
    /// may.
    /// </summary>
    public static Weigering? Persoon(Verantwoording verantwoording, string wie) =>
        verantwoording is { Heropening: { Herstel: not true }, Vaststelling: { } oude } && oude.Ondertekenaars.Contains(wie)
            ? Weigering.NietDoorU(
                "nam-bestreden-besluit",
                $"U werkte mee aan besluit {oude.Besluit}. Daarvoor komt nu een ander in de plaats. Een collega die daar niet bij was, doet dit.",
                "artikel 10:3, derde lid, Awb"
            )
            : null;

    // No article hangs on the moment, only on the version.
    private static string Artikel(Opengesteld opening)
    {
        var versie = Regelboek.Versie(opening.Regelversie);
        return versie.Termijn(Verantwoordingswijze.Termijn(versie, opening.Wijze)).Artikel;
    }

    /// <summary>One error for each awarded activity that is missing, named twice or not awarded.</summary>
    public static IEnumerable<Fout> Activiteiten(Opengesteld opening, IReadOnlyList<string> genoemd, string artikel) =>
        [
            .. opening
                .Activiteiten.Where(soort => !genoemd.Contains(soort))
                .Select(soort => new Fout("activiteiten", $"Activiteit {soort} ontbreekt; er is subsidie voor verleend.", artikel)),
            .. genoemd.SelectMany(
                (soort, i) =>
                    genoemd.Take(i).Contains(soort)
                        ? [new Fout($"activiteiten[{i}].soort", $"Activiteit {soort} staat er al. Noem haar één keer.")]
                    : opening.Activiteiten.Contains(soort) ? Array.Empty<Fout>()
                    :
                    [
                        new Fout(
                            $"activiteiten[{i}].soort",
                            $"Voor '{soort}' is geen subsidie verleend. Kies uit {string.Join(", ", opening.Activiteiten)}."
                        ),
                    ]
            ),
        ];
}
