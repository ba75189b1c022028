using SlimRegeling.Platform.Api;
using SlimRegeling.Regels;

namespace SlimRegeling.Aanvragen.Aanvraagformulieren;

/// <summary>The activity plan (2.8, first paragraph).</summary>
internal static class Planvelden
{
    private const string Beschrijf = "Beschrijf doelen, aanpak, resultaten en evaluatie.";

    public static Groepveld Plan(Formuliersoort soort) =>
        new(
            "plan",
            new("Uw plan", "Your plan"),
            [
                Tekst(
                    soort,
                    "doelen",
                    new("Doelen", "Aims"),
                    new("Wat wilt u bereiken met leren en ontwikkelen?", "What do you want to achieve with learning and development?"),
                    Grondcode.NoodzaakNietAangetoond
                ),
                Tekst(
                    soort,
                    "aanpak",
                    new("Aanpak", "Approach"),
                    new(
                        "Wat gaat u doen, hoe, met wie en hoe lang? Noem de aard en de omvang van elke activiteit.",
                        "What will you do, how, with whom and for how long? Name the nature and size of each activity."
                    ),
                    Grondcode.NietHaalbaar
                ),
                Tekst(
                    soort,
                    "resultaten",
                    new("Resultaten", "Results"),
                    new("Wat is er straks klaar, en hoe meet u dat?", "What will be there in the end, and how do you measure it?"),
                    Grondcode.OnvoldoendeMeetbaar
                ),
                Tekst(
                    soort,
                    "evaluatie",
                    new("Evaluatie", "Evaluation"),
                    new("Hoe en wanneer bekijkt u of het heeft gewerkt?", "How and when will you look back at whether it worked?"),
                    Grondcode.EvaluatieOngeschikt
                ),
            ]
        )
        {
            Sectie = Secties.Plan,
            Artikel = soort.Document(Documentcode.Activiteitenplan),
            Verplicht = Beschrijf,
        };

    /// <param name="grond">The ground on which an application is refused that falls short here.</param>
    private static Tekstveld Tekst(Formuliersoort soort, string naam, Woorden titel, Woorden uitleg, string grond) =>
        new(naam, titel, TekstConverter.Langste)
        {
            Uitleg = uitleg,
            Artikel = soort.Versie.Grond(grond).Artikel,
            NietLeeg = true,
            Verplicht = Beschrijf,
        };
}
