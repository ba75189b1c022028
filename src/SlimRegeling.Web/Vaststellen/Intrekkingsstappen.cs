using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Bezwaren;

namespace SlimRegeling.Web.Vaststellen;

/// <summary>What an employee can do to withdraw a subsidy, or make it lower; the API says no where a rule stands in the way.</summary>
internal static class Intrekkingsstappen
{
    public const string Voorstellen = "intrekken";
    public const string Zienswijze = "zienswijze";
    public const string Voorleggen = "voorleggen";
    public const string Tekenen = "tekenen";
    public const string Terugzenden = "terug";

    private static readonly (string Waarde, string Titel)[] Hoorredenen =
    [
        ("eigen-gegevens", "Het rust alleen op wat de ontvanger zelf vertelde (artikel 4:8 Awb)"),
        ("spoed", "Het kan niet wachten (artikel 4:11, onderdeel a, Awb)"),
        ("al-gehoord", "De ontvanger is al gehoord, en er is niets nieuws (artikel 4:11, onderdeel b, Awb)"),
        ("doel", "Het doel wordt alleen bereikt als de ontvanger het niet vooraf weet (artikel 4:11, onderdeel c, Awb)"),
    ];

    public static IReadOnlyList<Stapvorm> Van(Intrekkingenbeeld beeld, Toekenning toekenning, Persoon persoon) =>
        beeld.Voorstel is { } voorstel
            ?
            [
                .. persoon.Heeft(Rol.Medeondertekenaar) && voorstel is { Hash: { } hash, WaaromNiet: null } ? Teken(beeld, hash) : [],
                .. persoon.Heeft(Rol.Beoordelaar) ? Behandelen(beeld, voorstel) : [],
                Terug(beeld),
            ]
        : persoon.Heeft(Rol.Beoordelaar) && beeld.Gronden.Count > 0 && toekenning.Besluit is { } besluit
            ? [Voorstel(beeld, besluit, toekenning)]
        : [];

    /// <summary>What is said when it succeeded.</summary>
    public static string Gedaan(string stap) =>
        stap switch
        {
            Voorstellen => "Uw voorstel is vastgelegd. Betalingen in deze zaak wachten nu.",
            Zienswijze => "De reactie van de ontvanger is vastgelegd.",
            Voorleggen => "Het voorstel ligt klaar. Een collega ondertekent het.",
            Tekenen => "Het besluit is genomen. De brief gaat uit.",
            _ => "Het voorstel is teruggezonden. Betalingen gaan weer door.",
        };

    /// <summary>Why the recipient is not heard, in words.</summary>
    public static string Hoorreden(string code) => Hoorredenen.FirstOrDefault(r => r.Waarde == code).Titel ?? code;

    private static IEnumerable<Stapvorm> Teken(Intrekkingenbeeld beeld, string hash) =>
        [
            new(Tekenen, "Het besluit ondertekenen", "Onderteken de intrekking", Pad(beeld, "/ondertekening"), [])
            {
                Vast = new Dictionary<string, string> { ["hash"] = hash },
                Gevaar = true,
                Uitleg = "U ondertekent het voorstel zoals het hierboven staat. Daarna gaat de brief uit; dat is niet terug te draaien.",
            },
        ];

    private static IEnumerable<Stapvorm> Behandelen(Intrekkingenbeeld beeld, Intrekkingsvoorstel voorstel)
    {
        yield return new(
            Zienswijze,
            "Een reactie van de ontvanger invoeren",
            "Leg de reactie vast",
            Pad(beeld, "/zienswijze"),
            [
                new("tekst", "Wat vindt de ontvanger ervan?", Hulp: "Laat dit leeg als de ontvanger niets te zeggen heeft.", MagLeeg: true),
                new("ontvangenOp", "Wanneer kwam de reactie binnen?", Veldvorm.Dag, Hulp: "Vandaag, als u niets invult.", MagLeeg: true),
            ]
        )
        {
            Uitleg = voorstel.Hash is null ? null : "Het voorstel ligt al klaar. Met een nieuwe reactie moet u het opnieuw voorleggen.",
        };
        if (voorstel.Hash is null)
        {
            yield return new(
                Voorleggen,
                "Voorleggen aan een collega",
                "Leg voor",
                Pad(beeld, "/voorlegging"),
                [
                    new(
                        "reactie",
                        "Wat vinden wij van de reactie van de ontvanger?",
                        Hulp: "Dit staat in de brief. Laat het leeg als de ontvanger geen reactie gaf.",
                        MagLeeg: true
                    ),
                ]
            );
        }
    }

    private static Stapvorm Terug(Intrekkingenbeeld beeld) =>
        new(
            Terugzenden,
            "Het voorstel terugzenden",
            "Zend het voorstel terug",
            Pad(beeld, "/terugzending"),
            [new("reden", "Waarom gaat het terug?", Hulp: "Dit blijft bij de zaak staan. De betalingen gaan daarna weer door.")]
        );

    private static Stapvorm Voorstel(Intrekkingenbeeld beeld, Toegekend besluit, Toekenning toekenning) =>
        new(
            Voorstellen,
            "Intrekken of verlagen voorstellen",
            "Stel dit voor",
            Pad(beeld, ""),
            [
                new(
                    "bedrag",
                    "Wat wordt de subsidie?",
                    Veldvorm.Bedrag,
                    Hulp: $"Vul 0 in als u alles intrekt. Nu is het {Weergave.Bedrag(toekenning.Vastgesteld ?? besluit.Bedrag)}."
                ),
                .. besluit.Partijen.Select(p => new Stapveld(
                    $"partijen.{p.KvkNummer}",
                    $"Wat krijgt KVK {p.KvkNummer}?",
                    Veldvorm.Bedrag,
                    Hulp: $"Nu {Weergave.Bedrag(p.Bedrag)}."
                )),
                new(
                    "grond",
                    "Op welke grond?",
                    Veldvorm.Keuze,
                    Keuzes: [.. beeld.Gronden.Select(g => (g.Code, $"{g.Titel} (artikel {g.Artikel})"))]
                ),
                new("argument", "Waarom?", Hulp: "Dit staat in de brieven."),
                new(
                    "hardheid",
                    "Wat hebt u afgewogen?",
                    Hulp: $"Is intrekken te hard voor de ontvanger, en is een deel genoeg (artikel {beeld.Hardheidsartikel})? Dit staat in de brieven."
                ),
                new("vanaf", "Vanaf welke dag?", Veldvorm.Dag, Hulp: "Laat dit leeg als het teruggaat tot de verlening.", MagLeeg: true),
                .. beeld.Gronden.Any(g => g.Code == "verplichtingen-na-vaststelling")
                    ? (Stapveld[])
                        [
                            new(
                                "sinds",
                                "Sinds wanneer is een verplichting niet nagekomen?",
                                Veldvorm.Dag,
                                Hulp: "Alleen als dat na de vaststelling was.",
                                MagLeeg: true
                            ),
                        ]
                    : [],
                new(
                    "nietHoren",
                    "Waarom wordt de ontvanger niet gehoord?",
                    Veldvorm.Keuze,
                    Hulp: "Kies niets als de ontvanger wordt gehoord. Hij krijgt dan een brief, en twee weken om te reageren.",
                    Keuzes: Hoorredenen,
                    MagLeeg: true
                ),
                new(
                    "waaromNietHoren",
                    "Licht dat toe",
                    Hulp: "Alleen als de ontvanger niet wordt gehoord. Dit staat in de brief.",
                    MagLeeg: true
                ),
            ]
        )
        {
            Vooraf = ("Bekijk het voornemen", "Voornemen"),
            Uitleg =
                "Met uw voorstel gaat het voornemen meteen naar de ontvanger: bekijk het eerst. Vanaf dan wachten de betalingen in deze zaak, ten hoogste dertien weken (artikel 4:56 Awb).",
        };

    private static string Pad(Intrekkingenbeeld beeld, string waar) =>
        $"verleningen/{Uri.EscapeDataString(beeld.Zaaknummer)}/intrekkingen{waar}";
}
