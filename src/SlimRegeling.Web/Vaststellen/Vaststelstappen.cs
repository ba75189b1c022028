using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Bezwaren;

namespace SlimRegeling.Web.Vaststellen;

/// <summary>What an employee can do to settle a subsidy, beside judging a declaration; the API says no where a rule stands in the way.</summary>
internal static class Vaststelstappen
{
    public const string Steekproef = "steekproef";
    public const string Oordeel = "oordeel";
    public const string Aanvullen = "aanvullen";
    public const string Tekenen = "tekenen";
    public const string Termijn = "laatste-termijn";
    public const string ZonderVerzoek = "zonder-verzoek";

    /// <summary>The name of the field that tells why no draw is waited for.</summary>
    public const string ZonderSteekproef = "zonderSteekproef";

    /// <summary>The name of what is taken off beside what does not count.</summary>
    public const string Verlaging = "verlaging";

    /// <summary>What is chosen of an activity that was done for a part.</summary>
    public const string Deels = "deels";

    private static readonly (string Waarde, string Titel)[] Uitkomsten = [("ja", "Ja"), (Deels, "Voor een deel"), ("nee", "Nee")];

    public static IReadOnlyList<Stapvorm> Van(Vaststelbeeld beeld, Declaratiebeeld gedeclareerd, Persoon persoon, DateOnly vandaag) =>
        !beeld.IsOpen
            ? [.. Termijnstappen.Van(beeld, gedeclareerd, vandaag)]
            :
            [
                .. persoon.Heeft(Rol.Medeondertekenaar) ? Ondertekenen(beeld, persoon) : [],
                .. !persoon.Heeft(Rol.Beoordelaar) ? []
                : beeld.OpVerzoek ? Vragen(beeld, gedeclareerd, vandaag)
                : Beoordelen(beeld),
                .. persoon.Heeft(Rol.Beoordelaar) ? Termijnstappen.Melden(beeld, gedeclareerd) : [],
                .. Termijnstappen.Van(beeld, gedeclareerd, vandaag),
            ];

    /// <summary>What is said when it succeeded.</summary>
    public static string Gedaan(string stap) =>
        stap switch
        {
            Steekproef => "De zaak zit in de steekproef. De ontvanger krijgt een brief met de vraag om bewijs.",
            Oordeel or ZonderVerzoek => "Uw voorstel ligt klaar. Twee collega's ondertekenen het.",
            Aanvullen => "De ontvanger krijgt een brief met de vraag om aan te vullen.",
            Termijn => "De ontvanger krijgt een brief met de laatste termijn.",
            Termijnstappen.Vertraging => "De ontvanger krijgt een brief dat de vaststelling later komt.",
            Termijnstappen.Ingebreke => "De ingebrekestelling is genoteerd.",
            Termijnstappen.Verval => "De ingebrekestelling is vervallen.",
            _ => "U hebt het voorstel ondertekend.",
        };

    /// <summary>Whether it judges each activity on its own.</summary>
    public static bool PerActiviteit(string stap) => stap is Oordeel or ZonderVerzoek;

    /// <summary>The name of the field that tells whether an activity was done, or why.</summary>
    public static string Veld(string activiteit, string naam) => $"{activiteit}.{naam}";

    private static IEnumerable<Stapvorm> Ondertekenen(Vaststelbeeld beeld, Persoon persoon)
    {
        if (beeld.Voorstel is { } voorstel && voorstel.Door != persoon.Onderwerp && !voorstel.Ondertekenaars.Contains(persoon.Onderwerp))
        {
            yield return new(Tekenen, "Het voorstel ondertekenen", "Onderteken de vaststelling", Pad(beeld, "ondertekening"), [])
            {
                Vast = new Dictionary<string, string> { ["hash"] = voorstel.Hash },
                Gevaar = true,
                Uitleg =
                    voorstel.Ondertekenaars.Count == 0
                        ? "U ondertekent het voorstel zoals het hierboven staat. Daarna ondertekent nog een collega."
                        : "U ondertekent het voorstel zoals het hierboven staat. Dit is de tweede handtekening: daarna gaat de brief uit. Dat is niet terug te draaien.",
            };
        }
    }

    private static IEnumerable<Stapvorm> Vragen(Vaststelbeeld beeld, Declaratiebeeld gedeclareerd, DateOnly vandaag)
    {
        if (gedeclareerd.IngediendOp is null)
        {
            foreach (var stap in NietGevraagd(beeld, vandaag))
            {
                yield return stap;
            }
        }
        if (gedeclareerd is { IngediendOp: not null, Aanvulling: null } && beeld.Voorstel is null)
        {
            yield return new(
                Aanvullen,
                "Om een aanvulling vragen",
                "Vraag om een aanvulling",
                Pad(beeld, "declaratie/aanvullingsverzoek"),
                [new("vraag", "Wat ontbreekt er?", Hulp: "Dit staat in de brief aan de ontvanger. U kunt dit één keer vragen.")]
            );
        }
    }

    /// <summary>The recipient was to ask for it, and did not.</summary>
    private static IEnumerable<Stapvorm> NietGevraagd(Vaststelbeeld beeld, DateOnly vandaag)
    {
        if (beeld is { LaatsteTermijn: null, VerzoekUiterlijk: { } verzoek } && verzoek < vandaag)
        {
            yield return new(
                Termijn,
                "De ontvanger een laatste termijn stellen",
                "Stel de laatste termijn",
                Pad(beeld, "declaratie/laatste-termijn"),
                []
            )
            {
                Uitleg =
                    $"De declaratie moest er uiterlijk op {Weergave.Dag(verzoek)} zijn. De ontvanger krijgt een brief met een laatste termijn. Daarna kunt u zonder declaratie vaststellen (artikel 4:44 Awb).",
            };
        }
        if (beeld.LaatsteTermijn?.Uiterlijk < vandaag)
        {
            yield return new(
                ZonderVerzoek,
                beeld.Voorstel is null ? "Vaststellen zonder declaratie" : "Opnieuw beoordelen zonder declaratie",
                "Leg voor aan twee collega's",
                Pad(beeld, "ambtshalve-beoordeling"),
                [
                    .. beeld.Activiteiten.SelectMany(a =>
                        (Stapveld[])
                            [
                                new(
                                    Veld(a, "bedrag"),
                                    $"Welk bedrag staat vast voor activiteit {a}?",
                                    Veldvorm.Bedrag,
                                    Hulp: "Staat niets vast? Vul dan 0,00 in."
                                ),
                                new(Veld(a, "argument"), $"Waarom vindt u dat van activiteit {a}?", Hulp: "Dit staat in de brief."),
                            ]
                    ),
                ]
            )
            {
                Uitleg =
                    "De ontvanger vroeg de vaststelling niet. U stelt haar vast op wat toch vaststaat, of op nul (artikel 4:46, tweede lid, onderdeel b, Awb). Komt de declaratie voor de tweede handtekening, dan vervalt dit voorstel.",
            };
        }
    }

    private static IEnumerable<Stapvorm> Beoordelen(Vaststelbeeld beeld)
    {
        if (beeld.Fase == "opengesteld")
        {
            yield return new(
                Steekproef,
                "In de steekproef zetten en om bewijs vragen",
                "Vraag om bewijs",
                Pad(beeld, "steekproef"),
                [
                    new("zaad", "Zaad van de trekking", Veldvorm.Regel),
                    new("bron", "Waar komt het zaad vandaan?", Veldvorm.Regel, Hulp: "Zo kan een ander het nakijken.", MagLeeg: true),
                ]
            );
        }
        yield return new(
            Oordeel,
            beeld.Voorstel is null ? "De activiteiten beoordelen" : "Opnieuw beoordelen",
            "Leg voor aan twee collega's",
            Pad(beeld, "beoordeling"),
            [
                .. beeld.Activiteiten.SelectMany(a =>
                    (Stapveld[])
                        [
                            new(Veld(a, "uitgevoerd"), $"Is activiteit {a} uitgevoerd?", Veldvorm.Keuze, Keuzes: Uitkomsten),
                            Deelveld(beeld, a),
                            new(Veld(a, "argument"), $"Waarom vindt u dat van activiteit {a}?", Hulp: "Dit staat in de brief."),
                        ]
                ),
                .. beeld.BewijsUiterlijk is null ? Array.Empty<Stapveld>() : Verlagen,
                .. beeld is { BewijsUiterlijk: null, Besluit: null } ? [NietGetrokken] : Array.Empty<Stapveld>(),
            ]
        )
        {
            Uitleg = beeld.Voorstel is null
                ? "Lager vaststellen, ook voor een deel, kan alleen als de ontvanger om bewijs is gevraagd (artikel 2.24, eerste lid)."
                : "Wat u nu voorlegt, komt in de plaats van het voorstel dat er ligt. Handtekeningen daaronder vervallen.",
        };
    }

    private static Stapveld[] Verlagen =>
        [
            new(
                Verlagingsinvoer.Grondveld,
                "Stelt u de subsidie verder lager vast?",
                Veldvorm.Keuze,
                Hulp: "Wat niet is uitgevoerd, telt hierboven al niet mee. Dit gaat daar nog af (artikel 4:46, tweede lid, Awb).",
                Keuzes: [("", "Nee"), .. Verlagingswoorden.Gronden],
                MagLeeg: true,
                Nu: ""
            ),
            new(
                Verlagingsinvoer.Bedragveld,
                "Welk bedrag gaat er nog af?",
                Veldvorm.Bedrag,
                Hulp: "Alleen als u verder lager vaststelt.",
                MagLeeg: true
            ),
            new(Verlagingsinvoer.Redenveld, "Waarom stelt u verder lager vast?", Hulp: Verlagingswoorden.Redenhulp, MagLeeg: true),
        ];

    private static Stapveld NietGetrokken =>
        new(
            ZonderSteekproef,
            "Waarom wacht u niet op de steekproef?",
            Hulp: "Alleen nodig als de zaak nog niet op een lijst stond waaruit is getrokken (artikel 2.24, eerste lid). Dit staat in de brief.",
            MagLeeg: true
        );

    private static Stapveld Deelveld(Vaststelbeeld beeld, string activiteit) =>
        beeld.PerStuk?.Contains(activiteit) == true
            ? new(
                Veld(activiteit, "aantal"),
                $"Hoeveel trajecten van activiteit {activiteit} zijn afgerond?",
                Veldvorm.Regel,
                Hulp: "Alleen als zij voor een deel is uitgevoerd. Elk afgerond traject telt voor het vaste bedrag.",
                MagLeeg: true
            )
            : new(
                Veld(activiteit, "bedrag"),
                $"Welk bedrag telt mee voor activiteit {activiteit}?",
                Veldvorm.Bedrag,
                Hulp: "Alleen als zij voor een deel is uitgevoerd.",
                MagLeeg: true
            );

    internal static string Pad(Vaststelbeeld beeld, string waar) => $"verantwoordingen/{Uri.EscapeDataString(beeld.Zaaknummer)}/{waar}";
}
