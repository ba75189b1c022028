using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Bezwaren;

namespace SlimRegeling.Web.Vaststellen;

/// <summary>What an employee can do about a change that was asked, and about the second advance; the API says no where a rule stands in the way.</summary>
internal static class Wijzigingsstappen
{
    private const string Voorstellen = "voorstel-";
    private const string Tekenen = "tekenen-";
    private const string Terugzenden = "terug-";
    private const string Gebrek = "ingebreke-";
    private const string Verval = "verval-";
    private const string Later = "later-";
    private const string Voorschot = "voorschot";
    private const string VerslagTerug = "verslag-terug";
    private const string AlVastgesteld = "al-vastgesteld";
    private const string HelemaalIngetrokken = "helemaal-ingetrokken";

    private static readonly (string Waarde, string Titel)[] Gronden =
    [
        ("eigen-oorzaak", "De vertraging komt door de ontvanger zelf"),
        ("voorwaarden", "Het voldoet dan niet meer aan de voorwaarden"),
        ("ander-initiatief", "Het wordt een ander initiatief"),
        ("niet-onderbouwd", "Het verzoek is niet onderbouwd"),
        (AlVastgesteld, "De subsidie is al vastgesteld"),
        (HelemaalIngetrokken, "De subsidie is helemaal ingetrokken"),
    ];

    public static IReadOnlyList<Stapvorm> Van(
        Wijzigingenbeeld beeld,
        Voorschotbeeld? voorschot,
        Persoon persoon,
        IReadOnlyDictionary<string, Steunruimtebeeld>? steun = null
    ) =>
        [
            .. beeld.Wijzigingen.Where(w => w.IsOpen).SelectMany(w => Van(beeld.Zaaknummer, w, persoon, steun)),
            .. beeld.Wijzigingen.SelectMany(w => Ingebreke(beeld.Zaaknummer, w)),
            .. voorschot is { Besluit: null, VerslagOntvangenOp: not null } ? Van(voorschot, persoon) : [],
        ];

    /// <summary>What is said when it succeeded.</summary>
    public static string Gedaan(string stap) =>
        stap == VerslagTerug ? "Het verslag is teruggezonden. De ontvanger krijgt een brief."
        : stap.StartsWith(Gebrek, StringComparison.Ordinal) ? "De ingebrekestelling is genoteerd."
        : stap.StartsWith(Verval, StringComparison.Ordinal) ? "De ingebrekestelling is vervallen."
        : stap.StartsWith(Later, StringComparison.Ordinal) ? "De ontvanger krijgt een brief dat het besluit later komt."
        : stap.StartsWith(Tekenen, StringComparison.Ordinal) ? "Het besluit is genomen. De brief gaat uit."
        : stap.StartsWith(Terugzenden, StringComparison.Ordinal) ? "Het voorstel is teruggezonden."
        : "Uw voorstel ligt klaar. Een collega ondertekent het.";

    /// <summary>A ground in words.</summary>
    public static string? Grond(string? code) => code is null ? null : Gronden.FirstOrDefault(g => g.Waarde == code).Titel ?? code;

    private static IEnumerable<Stapvorm> Van(
        string zaaknummer,
        Wijzigingsbeeld w,
        Persoon persoon,
        IReadOnlyDictionary<string, Steunruimtebeeld>? steun
    )
    {
        var pad = $"verleningen/{Uri.EscapeDataString(zaaknummer)}/wijzigingen/{w.Volgnummer}";
        if (persoon.Heeft(Rol.Medeondertekenaar) && w.Voorstel is { } voorstel)
        {
            if (voorstel.WaaromNiet is null)
            {
                yield return Teken(
                    $"{Tekenen}{w.Volgnummer}",
                    $"Het besluit over {w.Nummer} ondertekenen",
                    $"{pad}/ondertekening",
                    voorstel.Hash
                );
            }
            yield return Terug($"{Terugzenden}{w.Volgnummer}", $"Het voorstel over {w.Nummer} terugzenden", $"{pad}/terugzending");
        }
        if (persoon.Heeft(Rol.Beoordelaar))
        {
            var gronden = w.Gronden ?? [];
            var voorbij = gronden.Any(g => g is AlVastgesteld or HelemaalIngetrokken);
            yield return new(
                $"{Voorstellen}{w.Volgnummer}",
                w.Voorstel is null ? $"Een besluit over {w.Nummer} voorstellen" : $"Over {w.Nummer} iets anders voorstellen",
                "Leg voor aan een collega",
                $"{pad}/voorstel",
                [
                    new(
                        "uitkomst",
                        "Wat stelt u voor?",
                        Veldvorm.Keuze,
                        Keuzes: voorbij ? [("afgewezen", "Afwijzen")] : [("toegewezen", "Toewijzen"), ("afgewezen", "Afwijzen")]
                    ),
                    new(
                        "grond",
                        "Waarom afwijzen?",
                        Veldvorm.Keuze,
                        Hulp: "Alleen als u afwijst.",
                        Keuzes: [.. Gronden.Where(g => gronden.Contains(g.Waarde))],
                        MagLeeg: true
                    ),
                    new("argument", "Waarom stelt u dit voor?", Hulp: "Dit staat in de brief."),
                    .. voorbij ? [] : Toetredingsvelden.Van(w.Groeit, steun, w.Samenstelling),
                ]
            )
            {
                Uitleg = voorbij
                    ? "Er is geen verlening meer om te wijzigen. Op het verzoek moet nog wel worden besloten (artikel 4:13 Awb)."
                    : "Toewijzen verandert het bedrag van de subsidie niet (artikel 2.13; artikel 5.7 Kaderregeling).",
            };
            if (w.VerwachtOp is null)
            {
                yield return Uitstellen(w, $"{pad}/vertraging");
            }
        }
    }

    private static Stapvorm Uitstellen(Wijzigingsbeeld w, string pad) =>
        new(
            $"{Later}{w.Volgnummer}",
            $"Melden dat het besluit over {w.Nummer} later komt",
            "Meld het aan de ontvanger",
            pad,
            [
                new(
                    "verwachtOp",
                    "Op welke dag is het besluit er uiterlijk?",
                    Veldvorm.Dag,
                    "Binnen een redelijke termijn. Bijvoorbeeld 3-9-2026."
                ),
            ]
        )
        {
            Uitleg =
                $"Lukt het niet om uiterlijk op {Weergave.Dag(w.BeslissenUiterlijk)} te beslissen? Laat het de ontvanger voor die tijd weten (artikel 4:14, derde lid, Awb). De ontvanger krijgt een brief. De termijn om te beslissen loopt dan tot de nieuwe dag. Dit kan één keer.",
        };

    /// <summary>For who treats and who signs; also of a decision that came too late, as the letter may have lain unopened.</summary>
    private static IEnumerable<Stapvorm> Ingebreke(string zaaknummer, Wijzigingsbeeld w)
    {
        var pad = $"verleningen/{Uri.EscapeDataString(zaaknummer)}/wijzigingen/{w.Volgnummer}/ingebrekestelling";
        if (w.Dwangsom is not null)
        {
            yield return Ingebrekevorm.Vervallen(
                $"{Verval}{w.Volgnummer}",
                $"{pad}/vervallenverklaring",
                "zij hoort bij een andere zaak, of de ontvanger trok haar in.",
                $" over {w.Nummer}"
            );
        }
        else if (w.IsOpen || w.Besluit is { TeLaat: true })
        {
            yield return Ingebrekevorm.Noteren(
                $"{Gebrek}{w.Volgnummer}",
                pad,
                "De ontvanger vraagt in een brief om alsnog te beslissen. Dat telt pas als de laatste dag om te beslissen voorbij is. Twee weken na de ontvangst begint een dwangsom te lopen (artikel 4:17 Awb).",
                $" over {w.Nummer}"
            );
        }
    }

    private static IEnumerable<Stapvorm> Van(Voorschotbeeld voorschot, Persoon persoon)
    {
        var pad = $"verleningen/{Uri.EscapeDataString(voorschot.Zaaknummer)}/voorschotvoorstel";
        if (persoon.Heeft(Rol.Medeondertekenaar) && voorschot.Hash is { } hash)
        {
            if (voorschot.WaaromNiet is null)
            {
                yield return Teken($"{Tekenen}{Voorschot}", "Het tweede voorschot ondertekenen", $"{pad}/ondertekening", hash);
            }
            yield return Terug($"{Terugzenden}{Voorschot}", "Het voorstel voor het tweede voorschot terugzenden", $"{pad}/terugzending");
        }
        if (persoon.Heeft(Rol.Beoordelaar) && (voorschot.Hash is not null || voorschot.WaaromNiet is null))
        {
            yield return new(
                $"{Voorstellen}{Voorschot}",
                voorschot.Hash is null ? "Het voortgangsverslag aanvaarden" : "Het voortgangsverslag opnieuw beoordelen",
                "Stel het tweede voorschot voor",
                pad,
                [new("argument", "Wat zag u in het verslag?", Hulp: "Dit staat in de brief.")]
            )
            {
                Uitleg = $"Het tweede voorschot is {Weergave.Bedrag(voorschot.Bedrag)}. Dat volgt uit de regels (artikel 2.18).",
            };
            yield return new(
                VerslagTerug,
                "Het voortgangsverslag terugzenden",
                "Zend het verslag terug",
                $"verantwoordingen/{Uri.EscapeDataString(voorschot.Zaaknummer)}/voortgang/terugzending",
                [new("reden", "Wat moet er anders?", Hulp: "De ontvanger leest dit en stuurt het verslag opnieuw.")]
            );
        }
    }

    private static Stapvorm Teken(string naam, string titel, string pad, string hash) =>
        new(naam, titel, "Onderteken", pad, [])
        {
            Vast = new Dictionary<string, string> { ["hash"] = hash },
            Gevaar = true,
            Uitleg = "U ondertekent het voorstel zoals het hierboven staat. Daarna gaat de brief uit; dat is niet terug te draaien.",
        };

    private static Stapvorm Terug(string naam, string titel, string pad) =>
        new(naam, titel, "Zend terug", pad, [new("reden", "Wat moet er anders?", Hulp: "De beoordelaar leest dit.")]);
}
