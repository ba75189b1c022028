using SlimRegeling.Leercultuurscans.Instrumenten;
using SlimRegeling.Leercultuurscans.Rapporten;

namespace SlimRegeling.Leercultuurscans.QuickScans;

/// <summary>What a firm talks about where too few people work for a report (specification §10): own words, and nothing is filled in or kept.</summary>
/// <param name="Afspraken">Before the talk begins.</param>
/// <param name="Onderwerpen">The core dimensions, in their order.</param>
/// <param name="Afronding">What to settle at the end.</param>
public sealed record Gespreksleidraad(
    Tweetalig Titel,
    Tweetalig Inleiding,
    IReadOnlyList<Tweetalig> Afspraken,
    IReadOnlyList<Gespreksonderwerp> Onderwerpen,
    IReadOnlyList<Tweetalig> Afronding
)
{
    public static readonly Gespreksleidraad Deze = new(
        new("Praat samen over leren", "Talk together about learning"),
        new(
            $"Werken er minder dan {Drempels.Gevraagd} mensen? Dan kan er geen rapport komen: antwoorden zouden herkenbaar zijn. Een gesprek van een uur kan wel.",
            $"Do fewer than {Drempels.Gevraagd} people work there? Then there can be no report: answers could be recognised. A talk of an hour is possible."
        ),
        [
            new("Meedoen mag en hoeft niet.", "Everyone may take part, and nobody has to."),
            new("Wie leidinggeeft, luistert eerst en zegt als laatste iets.", "Who manages listens first and speaks last."),
            new("Praat over het werk en niet over één mens.", "Talk about the work and not about one person."),
            new(
                "Schrijf alleen op wat u samen afspreekt, en niet wie wat zei.",
                "Write down only what you agree together, and not who said what."
            ),
        ],
        [
            Over(
                "D1",
                new("Van welk werk leerde u dit jaar het meest?", "From which work did you learn most this year?"),
                new("Welke taak wilt u erbij, of aan een ander leren?", "Which task would you like to take on, or teach to another?")
            ),
            Over(
                "D2",
                new("Wat ging er mis, en wat leerden wij daarvan?", "What went wrong, and what did we learn from it?"),
                new("Wanneer is er in de week tijd om iets uit te proberen?", "When in the week is there time to try something out?")
            ),
            Over(
                "D3",
                new("Aan wie vraagt u hulp als u iets niet weet?", "Whom do you ask for help when you do not know something?"),
                new("Wat weet één van ons dat wij allemaal moeten weten?", "What does one of us know that all of us should know?")
            ),
            Over(
                "D4",
                new("Waaraan merkt u dat leren hier mag?", "How do you notice that learning is welcome here?"),
                new("Wat helpt u van wie leidinggeeft, en wat mist u?", "What does who manages do that helps you, and what do you miss?")
            ),
            Over(
                "D5",
                new("Welke cursus of opleiding zou u willen doen?", "Which course or training would you like to do?"),
                new("Welke afspraak over leren willen wij maken?", "Which agreement about learning do we want to make?")
            ),
            Over(
                "D6",
                new(
                    "Van welke klant, leverancier of school kunnen wij iets leren?",
                    "From which customer, supplier or school can we learn?"
                ),
                new("Bij welk bedrijf willen wij eens kijken?", "At which firm would we like to have a look?")
            ),
        ],
        [
            new("Kies samen één onderwerp dat u beter wilt.", "Choose together one subject that you want to improve."),
            new("Spreek af wat u doet, wie begint en wanneer u terugkijkt.", "Agree what you do, who begins and when you look back."),
            new(
                "Werkt u met andere bedrijven in een samenwerkingsverband? Voer dit gesprek dan met mensen van die bedrijven samen.",
                "Do you work with other firms in a partnership? Then have this talk together with people of those firms."
            ),
        ]
    );

    private static Gespreksonderwerp Over(string dimensie, params Tweetalig[] vragen) => new(dimensie, Dimensies.Naam(dimensie), vragen);
}

/// <summary>Open questions about one dimension.</summary>
public sealed record Gespreksonderwerp(string Dimensie, Tweetalig Naam, IReadOnlyList<Tweetalig> Vragen);
