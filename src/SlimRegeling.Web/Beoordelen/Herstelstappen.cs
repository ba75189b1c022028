using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Bezwaren;

namespace SlimRegeling.Web.Beoordelen;

/// <summary>What an employee can do to mend a mistake in a decision; the API says no where a rule stands in the way.</summary>
internal static class Herstelstappen
{
    public const string Voorstellen = "herstel";
    public const string Ondertekenen = "hersteltekenen";
    public const string Terugzenden = "herstelterug";

    /// <param name="kanHerbeoordelen">Whether this employee can assess the application again for it now.</param>
    public static IReadOnlyList<Stapvorm> Van(Herstelbeeld beeld, Persoon persoon, bool kanHerbeoordelen) =>
        beeld switch
        {
            { Voorstel: { } voorstel } =>
            [
                .. kanHerbeoordelen ? (Stapvorm[])[Herbeoordelen(beeld, voorstel)] : [],
                .. persoon.Heeft(Rol.Medeondertekenaar) ? Tekenen(beeld, voorstel) : [],
            ],
            { Besluit: { } besluit } when persoon.Heeft(Rol.Beoordelaar) => [Voorstel(beeld, besluit)],
            _ => [],
        };

    /// <summary>What is said when it succeeded.</summary>
    public static string Gebeurd(string stap) =>
        stap switch
        {
            Voorstellen => "Uw voorstel om de fout te herstellen is vastgelegd.",
            Ondertekenen => "Het herstelbesluit is genomen. De brief gaat uit.",
            Terugzenden => "Het voorstel is teruggezonden.",
            _ => "De herbeoordeling is vastgelegd. Zij staat hier over een ogenblik.",
        };

    private static Stapvorm Voorstel(Herstelbeeld beeld, Geldendbesluit besluit) =>
        new(
            Voorstellen,
            "Fout in het besluit herstellen",
            "Leg het herstel voor",
            Pad(beeld),
            [
                new(
                    "soort",
                    "Wat is er fout?",
                    Veldvorm.Keuze,
                    Keuzes:
                    [
                        ("tekst", "Alleen de tekst, zoals een naam of een datum"),
                        ("inhoud", "Wat is besloten: de aanvraag wordt opnieuw beoordeeld"),
                    ]
                ),
                new("fout", "Wat staat er fout in het besluit?", Hulp: "Dit staat in de brief."),
                new("juist", "Hoe moet het zijn?", Hulp: "Dit staat in de brief. Bij een fout in de tekst is dit nodig.", MagLeeg: true),
            ]
        )
        {
            Vast = new Dictionary<string, string> { ["herstelt"] = besluit.Besluit },
            Uitleg =
                "Een nieuw besluit komt in de plaats van het oude en noemt het. Een collega ondertekent het. Wat is verleend, wordt hier nooit lager: daarvoor is intrekken nodig (artikel 4:48 Awb).",
        };

    private static Stapvorm Herbeoordelen(Herstelbeeld beeld, Herstelvoorstel voorstel) =>
        Beslisstappen.Herbeoordelen(
            beeld.Zaaknummer,
            $"U beoordeelt elke grond opnieuw, voor {voorstel.Herstel}. De begroting staat er zoals bij het besluit; verander wat anders moet. Daaruit volgt wat het besluit moet zijn."
        );

    private static IEnumerable<Stapvorm> Tekenen(Herstelbeeld beeld, Herstelvoorstel voorstel)
    {
        if (voorstel is { Hash: { } hash, WaaromNiet: null })
        {
            yield return new(
                Ondertekenen,
                "Het herstelbesluit ondertekenen",
                "Onderteken het herstelbesluit",
                $"{Pad(beeld)}/ondertekening",
                []
            )
            {
                Vast = new Dictionary<string, string> { ["hash"] = hash },
                MetBrief = true,
                Gevaar = true,
                Uitleg = "U ondertekent het voorstel zoals het hierboven staat. Daarna gaat de brief uit; dat is niet terug te draaien.",
            };
        }
        yield return new(
            Terugzenden,
            "Het herstelvoorstel terugzenden",
            "Zend het herstelvoorstel terug",
            $"{Pad(beeld)}/terugzending",
            [new("reden", "Wat moet er anders?")]
        );
    }

    private static string Pad(Herstelbeeld beeld) => $"verleningen/{Uri.EscapeDataString(beeld.Zaaknummer)}/herstelvoorstellen";
}
