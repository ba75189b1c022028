using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Bezwaren;

namespace SlimRegeling.Web.Vaststellen;

/// <summary>What an employee can do about a change that was asked, and about the second advance; the API says no where a rule stands in the way.</summary>
internal static class Wijzigingsstappen
{
    private const string Voorstellen = "voorstel-";
    private const string Tekenen = "tekenen-";
    private const string Terugzenden = "terug-";
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

    public static IReadOnlyList<Stapvorm> Van(Wijzigingenbeeld beeld, Voorschotbeeld? voorschot, Persoon persoon) =>
        [
            .. beeld.Wijzigingen.Where(w => w.IsOpen).SelectMany(w => Van(beeld.Zaaknummer, w, persoon)),
            .. voorschot is { Besluit: null, VerslagOntvangenOp: not null } ? Van(voorschot, persoon) : [],
        ];

    /// <summary>What is said when it succeeded.</summary>
    public static string Gedaan(string stap) =>
        stap == VerslagTerug ? "Het verslag is teruggezonden. De ontvanger krijgt een brief."
        : stap.StartsWith(Tekenen, StringComparison.Ordinal) ? "Het besluit is genomen. De brief gaat uit."
        : stap.StartsWith(Terugzenden, StringComparison.Ordinal) ? "Het voorstel is teruggezonden."
        : "Uw voorstel ligt klaar. Een collega ondertekent het.";

    /// <summary>A ground in words.</summary>
    public static string? Grond(string? code) => code is null ? null : Gronden.FirstOrDefault(g => g.Waarde == code).Titel ?? code;

    private static IEnumerable<Stapvorm> Van(string zaaknummer, Wijzigingsbeeld w, Persoon persoon)
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
                ]
            )
            {
                Uitleg = voorbij
                    ? "Er is geen verlening meer om te wijzigen. Op het verzoek moet nog wel worden besloten (artikel 4:13 Awb)."
                    : "Toewijzen verandert het bedrag van de subsidie niet (artikel 2.13; artikel 5.7 Kaderregeling).",
            };
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
