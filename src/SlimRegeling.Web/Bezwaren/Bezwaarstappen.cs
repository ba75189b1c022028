using System.Globalization;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Api.Verlening;
using SlimRegeling.Web.Beoordelen;
using SlimRegeling.Web.Vaststellen;

namespace SlimRegeling.Web.Bezwaren;

/// <summary>What an employee can do in an objection as it stands, in the order of its life; the API says no where a rule stands in the way.</summary>
public static class Bezwaarstappen
{
    /// <summary>The form by which one tells of an interest of one's own.</summary>
    public const string Belangstap = "belang";

    private static readonly Stapveld WilHoren = new("wilHoren", "Wil de indiener worden gehoord?", Veldvorm.JaNee, MagLeeg: true);

    /// <param name="kanHerbeoordelen">Whether there is something to assess again.</param>
    public static IReadOnlyList<Stapvorm> Van(
        BezwaarTonenBeeld b,
        Persoon persoon,
        bool kanHerbeoordelen,
        IReadOnlyList<Partijbedrag>? delen = null,
        IReadOnlyDictionary<string, Steunruimtebeeld>? steun = null
    )
    {
        var loopt = b.Fase is not (Bezwaarfase.Beslist or Bezwaarfase.Ingetrokken) && b.Beslissingen.Count == 0;
        var nam = NamBesluit(b, persoon);
        return
        [
            .. persoon.Heeft(Rol.Medeondertekenaar) && !nam && b.Voorstel is { } voorstel ? Tekenen(b, voorstel) : [],
            .. persoon.Heeft(Rol.Beoordelaar) && loopt ? Behandelen(b) : [],
            .. persoon.Heeft(Rol.Beoordelaar) && !nam && b.Fase != Bezwaarfase.Ingetrokken
                ? Beslisstappen.Beslissen(b, loopt, kanHerbeoordelen, delen ?? [], steun)
                : [],
            .. persoon.Heeft(Rol.Beoordelaar) && b.Beslissingen.Count > 0 ? Beslisstappen.Beroep(b) : [],
            .. Ingebrekestappen.Van(b, loopt),
            .. loopt ? Belang(b) : [],
        ];
    }

    /// <summary>
    /// Whether it goes by the version of the objection that was seen. Assessing again is a step in the case, which has a version of its own; an interest
    /// is told whatever happened meanwhile.
    /// </summary>
    public static bool GaatUitVanGezien(Stapvorm stap) => stap.Naam is not (Beslisstappen.Herbeoordeling or Belangstap);

    /// <summary>They took the decision that it is against (10:3, third paragraph, Awb).</summary>
    public static bool NamBesluit(BezwaarTonenBeeld b, Persoon persoon) => b.Ondertekenaars?.Contains(persoon.Onderwerp) == true;

    private static IEnumerable<Stapvorm> Tekenen(BezwaarTonenBeeld b, BezwaarTonenVoorstelbeeld voorstel)
    {
        var hash = new Dictionary<string, string> { ["hash"] = voorstel.Hash };
        yield return new("ondertekening", "De beslissing ondertekenen", "Onderteken de beslissing", Pad(b, "ondertekening"), [])
        {
            Vast = hash,
            MetBrief = true,
            Gevaar = true,
            Uitleg = "U ondertekent het voorstel zoals het hierboven staat. Daarna gaat de brief uit; dat is niet terug te draaien.",
        };
        yield return new(
            "terugzending",
            "Het voorstel terugzenden",
            "Zend het voorstel terug",
            Pad(b, "terugzending"),
            [new("reden", "Wat moet er anders?")]
        )
        {
            Vast = hash,
        };
    }

    private static IEnumerable<Stapvorm> Behandelen(BezwaarTonenBeeld b)
    {
        if (b.Ontbreekt.Count > 0 && !b.HerstelGevraagd)
        {
            yield return new("herstelverzoek", "Vragen om herstel", "Vraag om herstel", Pad(b, "herstelverzoek"), [])
            {
                Uitleg = "De indiener krijgt een brief met wat ontbreekt en de laatste dag. Dat gebeurt één keer (artikel 6:6 Awb).",
            };
        }
        yield return new(
            "aanvulling",
            "Een aanvulling overtypen",
            "Leg de aanvulling vast",
            Pad(b, "aanvulling"),
            [
                new("tekst", "Wat de indiener schreef", MagLeeg: true),
                new("ontvangenOp", "Ontvangen op", Veldvorm.Dag),
                .. b.Ontbreekt.Count == 0
                    ? (Stapveld[])[]
                    : [new("hersteld", "Wat er nu is", Veldvorm.Vinkjes, Keuzes: [.. b.Ontbreekt.Select(g => (g.Code, g.Titel))])],
                WilHoren,
            ]
        );
        if (b.Wijze == "post")
        {
            yield return Corrigeren(b);
        }
        yield return new(
            "partijen",
            "Een andere belanghebbende toevoegen",
            "Voeg toe",
            Pad(b, "partijen"),
            [
                new("naam", "Naam", Veldvorm.Regel),
                new("belang", "Welk belang raakt het besluit?"),
                new("adres", "Adres", Veldvorm.Regel, MagLeeg: true),
                new("kvkNummer", "KVK-nummer", Veldvorm.Regel, MagLeeg: true),
            ]
        );
        yield return new(
            "hoorzitting",
            "Uitnodigen om te horen",
            "Stuur de uitnodiging",
            Pad(b, "hoorzitting"),
            [
                new("wanneer", "Op welke dag?", Veldvorm.Moment),
                new(
                    "wijze",
                    "Hoe?",
                    Veldvorm.Keuze,
                    Keuzes: [("telefonisch", "Per telefoon"), ("video", "Per video"), ("op-kantoor", "Op kantoor")]
                ),
                new("plaats", "Waar?", Veldvorm.Regel, "Het adres van ons kantoor, of waar online. Het staat in de brief.", MagLeeg: true),
                new(
                    "instemming",
                    "Wie stemde in met een eerdere dag?",
                    Hulp: "Alleen als er minder dan twee weken tot het gesprek zijn (artikel 7:4 Awb). Noem de indiener en elke andere belanghebbende, en wanneer dat was.",
                    MagLeeg: true
                ),
            ]
        );
        if (b.Commissie != true)
        {
            yield return new("commissie", "Een adviescommissie instellen", "Stel een commissie in", Pad(b, "commissie"), [])
            {
                Uitleg = "Er is dan meer tijd om te beslissen (artikel 7:10, eerste lid, Awb). De indiener krijgt daarvan bericht.",
            };
        }
        else if (b.Advies is null)
        {
            yield return new(
                "advies",
                "Het advies van de commissie overtypen",
                "Leg het advies vast",
                Pad(b, "advies"),
                [
                    new("strekking", "Wat adviseert de commissie?", Veldvorm.Keuze, Keuzes: Beslisstappen.Uitkomsten),
                    new("tekst", "Het advies, met het verslag van het horen"),
                ]
            );
        }
        if (b.Verdaagd != true)
        {
            yield return new("verdaging", "De beslissing verdagen", "Verdaag de beslissing", Pad(b, "verdaging"), [])
            {
                Uitleg = "Dat kan één keer, tot en met de laatste dag (artikel 7:10, derde lid, Awb). De indiener krijgt daarvan bericht.",
            };
        }
        yield return new(
            "uitstel",
            "Verder uitstellen",
            "Stel uit",
            Pad(b, "uitstel"),
            [
                new(
                    "grond",
                    "Op welke grond?",
                    Veldvorm.Keuze,
                    Keuzes:
                    [
                        ("allen-stemmen-in", "Alle belanghebbenden stemmen in"),
                        ("indiener-stemt-in", "De indiener stemt in en anderen worden niet geschaad"),
                        ("procedurevoorschrift", "Nodig om een procedurevoorschrift na te leven"),
                    ]
                ),
                new("totEnMet", "Tot en met welke dag?", Veldvorm.Dag),
                new("argument", "Waaruit blijkt dat?"),
                .. !HeeftAnderen(b)
                    ? (Stapveld[])[]
                    :
                    [
                        new(
                            "anderen",
                            "Waarom worden anderen niet geschaad?",
                            Hulp: "Alleen als zij niet zelf instemmen (artikel 7:10, vierde lid, Awb).",
                            MagLeeg: true
                        ),
                    ],
            ]
        );
        yield return new(
            "intrekking",
            "Intrekking vastleggen",
            "Leg de intrekking vast",
            Pad(b, "intrekking"),
            [new("reden", "Wat schreef of zei de indiener?", MagLeeg: true)]
        )
        {
            Gevaar = true,
            Uitleg = "Alleen als de indiener het per brief of bij het horen introk (artikel 6:21 Awb).",
        };
    }

    /// <summary>What was typed in from the letter, as it is now.</summary>
    private static Stapvorm Corrigeren(BezwaarTonenBeeld b) =>
        new(
            "correctie",
            "Corrigeren wat is overgetypt",
            "Leg de correctie vast",
            Pad(b, "correctie"),
            [
                new("ontvangenOp", "Op welke dag kwam de brief binnen?", Veldvorm.Dag, Nu: Dag(b.OntvangenOp)),
                new(
                    "poststempel",
                    "Datum van het poststempel",
                    Veldvorm.Dag,
                    "Alleen als het stempel te lezen is.",
                    MagLeeg: true,
                    Nu: Dag(b.Poststempel)
                ),
                new("dagtekening", "Datum in de brief", Veldvorm.Dag, MagLeeg: true, Nu: Dag(b.Inhoud?.Dagtekening)),
                new("naam", "Naam", Veldvorm.Regel, MagLeeg: true, Nu: b.Inhoud?.Naam),
                new("adres", "Adres", Veldvorm.Regel, MagLeeg: true, Nu: b.Inhoud?.Adres),
                new("kvkNummer", "KVK-nummer", Veldvorm.Regel, MagLeeg: true, Nu: b.Inhoud?.KvkNummer),
                new("reden", "Wat was er verkeerd?"),
            ]
        )
        {
            Uitleg = "Of het bezwaar op tijd is, wordt opnieuw berekend. Met een andere dag oordeelt u daar opnieuw over.",
        };

    private static string? Dag(DateOnly? dag) => dag?.ToString("d-M-yyyy", CultureInfo.InvariantCulture);

    /// <summary>Who was added, and the applicant when somebody else objects.</summary>
    public static bool HeeftAnderen(BezwaarTonenBeeld b) => !b.UwBezwaar || b.Partijen is { Count: > 0 };

    /// <summary>To whom no letter can go, because no address was typed in.</summary>
    public static IReadOnlyList<string> ZonderAdres(BezwaarTonenBeeld b) =>
        [
            .. !b.UwBezwaar && (string.IsNullOrWhiteSpace(b.Inhoud?.Naam) || string.IsNullOrWhiteSpace(b.Inhoud?.Adres))
                ? (string[])[b.Inhoud?.Naam is { Length: > 0 } naam ? naam : "wie bezwaar maakte"]
                : [],
            .. (b.Partijen ?? []).Where(p => string.IsNullOrWhiteSpace(p.Adres)).Select(p => p.Naam),
        ];

    private static IEnumerable<Stapvorm> Belang(BezwaarTonenBeeld b) =>
        [
            new(
                Belangstap,
                "Melden dat u zelf belang hebt",
                "Meld uw belang",
                $"aanvragen/{Uri.EscapeDataString(b.Zaaknummer)}/belang",
                [new("toelichting", "Wat is uw belang?", Hulp: "Alleen medeondertekenaars lezen dit.", MagLeeg: true)]
            )
            {
                Gevaar = true,
                Uitleg = "U ziet de zaak en haar bezwaren dan niet meer. Een collega behandelt ze (artikel 2:4 Awb).",
            },
        ];

    internal static string Pad(BezwaarTonenBeeld b, string stap) => $"bezwaren/{Uri.EscapeDataString(b.Bezwaar)}/{stap}";
}
