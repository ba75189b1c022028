using SlimRegeling.Leercultuurscans.Instrumenten;

namespace SlimRegeling.Leercultuurscans.Scans;

/// <summary>One possible answer.</summary>
public sealed record Keuze(string Code, Tweetalig Naam);

/// <summary>A question with a fixed set of answers.</summary>
public sealed record Keuzevraag(string Code, Tweetalig Vraag, IReadOnlyList<Keuze> Keuzes);

/// <summary>What is asked beside the questions of an instrument: of people the groups they belong to, of management its phase, barriers and drives.</summary>
public static class Keuzelijsten
{
    public const string Team = "team";

    /// <summary>Its choices are those of the firm.</summary>
    public static readonly Tweetalig Teamvraag = new("In welk team werkt u?", "In which team do you work?");

    /// <summary>Attributes that a firm can have asked, in the order of their priority when not all can be shown; a team comes before them.</summary>
    public static readonly IReadOnlyList<Keuzevraag> Kenmerken =
    [
        new(
            "opleiding",
            new("Wat is uw hoogste opleiding met een diploma?", "What is your highest education with a certificate?"),
            [
                new("praktisch", new("Tot en met mbo niveau 2", "Up to and including mbo level 2")),
                new("mbo", new("Mbo niveau 3 of 4", "Mbo level 3 or 4")),
                new("hoger", new("Hbo of universiteit", "Higher education")),
            ]
        ),
        new(
            "contract",
            new("Welk contract hebt u?", "Which contract do you have?"),
            [
                new("vast", new("Een vast contract", "A permanent contract")),
                new("tijdelijk", new("Een tijdelijk contract", "A temporary contract")),
                new("oproep", new("Een oproep- of nulurencontract", "An on-call contract")),
                new("uitzend", new("Ik werk via een uitzendbureau of als zzp'er", "I work through an agency or for myself")),
            ]
        ),
        new(
            "leeftijd",
            new("Hoe oud bent u?", "How old are you?"),
            [
                new("tot-30", new("Jonger dan 30 jaar", "Younger than 30")),
                new("30-49", new("30 tot en met 49 jaar", "30 to 49")),
                new("50-plus", new("50 jaar of ouder", "50 or older")),
            ]
        ),
    ];

    /// <summary>
    /// What a worker lacks first. It is asked like an attribute and is never a group of a report: the text for people follows what most of them say.
    /// </summary>
    public static readonly Keuzevraag Mensenfase = new(
        "fase",
        new(
            "Hoe staat u zelf tegenover leren? Hiermee kiezen wij de tekst van het rapport voor u.",
            "How do you yourself stand towards learning? With this we choose the text of the report for you."
        ),
        [
            new("weten", new("Ik weet nog niet goed wat ik kan of wil leren.", "I do not know well yet what I can or want to learn.")),
            new("willen", new("Ik weet wat, maar het komt er niet van.", "I know what, but it does not come about.")),
            new("kunnen", new("Ik wil beginnen en zoek hoe dat kan.", "I want to begin and look for how.")),
        ]
    );

    /// <summary>All that a firm can have asked of people beside their team.</summary>
    public static readonly IReadOnlyList<Keuzevraag> VanMensen = [.. Kenmerken, Mensenfase];

    /// <summary>What people lack first; by it advice and tone are chosen.</summary>
    public static readonly IReadOnlyList<Keuze> Fasen =
    [
        new("weten", new("Wij weten nog niet goed waarom of wat wij kunnen leren.", "We do not know well yet why or what we could learn.")),
        new("willen", new("Wij weten het wel, maar het komt er niet van.", "We do know, but it does not come about.")),
        new("kunnen", new("Wij willen aan de slag en zoeken hoe dat kan.", "We want to get going and look for how.")),
    ];

    /// <summary>What holds firms and people back (Panteia, as the programme tells).</summary>
    public static readonly IReadOnlyList<Keuze> Belemmeringen =
    [
        new("zekerheid", new("Het werk is er nu; leren lijkt niet nodig.", "There is work now; learning does not seem needed.")),
        new("korte-termijn", new("De dag van vandaag gaat altijd voor.", "Today always comes first.")),
        new("geen-zicht", new("Wij weten niet welk werk er straks is.", "We do not know which work there will be.")),
        new("beeld-scholing", new("Leren doet aan school denken.", "Learning makes people think of school.")),
        new("slechte-ervaring", new("Eerdere scholing viel tegen.", "Earlier training was a disappointment.")),
        new("tijd", new("Er is geen tijd.", "There is no time.")),
        new("geld", new("Er is geen geld.", "There is no money.")),
        new("meer-problemen", new("Mensen hebben andere zorgen.", "People have other worries.")),
    ];

    /// <summary>What moves firms to begin.</summary>
    public static readonly IReadOnlyList<Keuze> Drijfveren =
    [
        new("mensen-houden", new("Mensen houden en vinden", "Keeping and finding people")),
        new("vernieuwen", new("Vernieuwen en meegaan met techniek", "Innovating and keeping up with technology")),
        new("kwaliteit", new("Beter werk, minder fouten", "Better work, fewer mistakes")),
        new("vakmanschap", new("Vakmanschap doorgeven", "Passing on craft")),
        new("plezier", new("Plezier in het werk", "Pleasure in work")),
        new("verplicht", new("Het moet van klant of wet", "A customer or law asks for it")),
    ];

    /// <summary>Whom a firm wants to reach first; interventions say by the same codes for whom they are.</summary>
    public static readonly IReadOnlyList<Keuze> Doelgroepen =
    [
        new("praktisch", new("Mensen die praktisch zijn opgeleid", "People with practical education")),
        new("flex", new("Mensen met een flexibel contract", "People with a flexible contract")),
        new("50-plus", new("Mensen van 50 jaar of ouder", "People of 50 or older")),
    ];

    private static readonly IReadOnlyList<Keuze> JaDeelsNee =
    [
        new("ja", new("Ja", "Yes")),
        new("deels", new("Voor een deel", "In part")),
        new("nee", new("Nee", "No")),
    ];

    /// <summary>What management is asked of the direction of the firm (D9): of the firm itself, and never laid beside what people say.</summary>
    public static readonly IReadOnlyList<Keuzevraag> Richting =
    [
        new(
            "visie",
            new("Staat op papier waar uw bedrijf over drie jaar wil zijn?", "Is it on paper where your firm wants to be in three years?"),
            JaDeelsNee
        ),
        new(
            "strategie",
            new("Weet u wat uw mensen daarvoor moeten kunnen?", "Do you know what your people must be able to do for that?"),
            JaDeelsNee
        ),
        new(
            "plan",
            new("Is er een opleidings- of ontwikkelplan op papier?", "Is there a training or development plan on paper?"),
            JaDeelsNee
        ),
        new("budget", new("Is er elk jaar een bedrag voor leren?", "Is there an amount for learning each year?"), JaDeelsNee),
        new(
            "medezeggenschap",
            new("Praten uw mensen of hun raad mee over leren?", "Do your people or their council have a say in learning?"),
            JaDeelsNee
        ),
    ];

    /// <summary>How an intervention can be paid.</summary>
    public static readonly IReadOnlyList<Keuze> Routes =
    [
        new("slim-a", new("SLIM, activiteit A", "SLIM, activity A")),
        new("slim-b", new("SLIM, activiteit B", "SLIM, activity B")),
        new("slim-c", new("SLIM, activiteit C", "SLIM, activity C")),
        new("oeno-fonds", new("O&O-fonds", "training fund of the sector")),
        new("expeditie", new("Expeditie-regeling", "Expeditie scheme")),
        new("ngf", new("Nationaal Groeifonds", "National Growth Fund")),
        new("bibliotheek", new("bibliotheek", "library")),
        new("zelf", new("zelf", "oneself")),
    ];

    /// <summary>By size class the lowest and highest number of people; the cuts of the statistics of CBS and TNO.</summary>
    public static readonly IReadOnlyList<Keuze> Groottes =
    [
        new("2-9", new("2 tot en met 9 mensen", "2 to 9 people")),
        new("10-49", new("10 tot en met 49 mensen", "10 to 49 people")),
        new("50-249", new("50 tot en met 249 mensen", "50 to 249 people")),
        new("250-plus", new("250 mensen of meer", "250 people or more")),
    ];

    /// <summary>Sections of the SBI; public bodies and households are no firms under the scheme.</summary>
    public static readonly IReadOnlyList<Keuze> Sectoren =
    [
        new("A", new("Landbouw, bosbouw en visserij", "Agriculture, forestry and fishing")),
        new("B", new("Winning van delfstoffen", "Mining and quarrying")),
        new("C", new("Industrie", "Manufacturing")),
        new("D", new("Energie", "Energy")),
        new("E", new("Water en afval", "Water and waste")),
        new("F", new("Bouw", "Construction")),
        new("G", new("Handel", "Trade")),
        new("H", new("Vervoer en opslag", "Transport and storage")),
        new("I", new("Horeca", "Accommodation and food")),
        new("J", new("Informatie en communicatie", "Information and communication")),
        new("K", new("Financiële dienstverlening", "Financial services")),
        new("L", new("Vastgoed", "Real estate")),
        new("M", new("Advies en onderzoek", "Professional services")),
        new("N", new("Verhuur en overige zakelijke diensten", "Business support")),
        new("P", new("Onderwijs", "Education")),
        new("Q", new("Zorg en welzijn", "Health and care")),
        new("R", new("Cultuur, sport en recreatie", "Culture, sports and recreation")),
        new("S", new("Overige dienstverlening", "Other services")),
    ];

    public static bool Kent(this IReadOnlyList<Keuze> keuzes, string code) => keuzes.Any(k => k.Code == code);

    public static IReadOnlyList<string> Codes(this IReadOnlyList<Keuze> keuzes) => [.. keuzes.Select(k => k.Code)];

    /// <summary>The size class of a firm by the number of people who work there.</summary>
    public static string Grootte(int mensen) =>
        mensen switch
        {
            < 10 => "2-9",
            < 50 => "10-49",
            < 250 => "50-249",
            _ => "250-plus",
        };
}
