using NodaTime;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Betalingen.Vorderen;

/// <summary>What someone of finance does next with a claim, in words.</summary>
internal static class Vervolg
{
    public static string Van(Vordering v, LocalDate vandaag) =>
        v switch
        {
            { Open.Totaal: <= 0 } => "Er staat niets meer open.",
            { Voorstel.Voorstel: var voorstel } => $"Voorstel {voorstel.Besluit} wacht op een handtekening.",
            { Belemmerd: { } belemmerd } => Voorstelpoort.WatNu(belemmerd.Soort),
            _ => v.Stand(vandaag) switch
            {
                Vorderingstand.Ontstaan => "Stel voor om terug te vorderen.",
                Vorderingstand.Besloten => "De brief met het besluit is nog niet verzonden.",
                Vorderingstand.Loopt => $"De ontvanger kan betalen tot en met {Datumtekst.Van(v.Termijn!.Uiterlijk)}.",
                Vorderingstand.Regeling when v.Achterstand(vandaag) is > 0 and var achterstand =>
                    $"Er is {Getal.Euro(achterstand)} van de betalingsregeling niet op tijd betaald. Neem contact op, of stel voor haar in te trekken.",
                Vorderingstand.Regeling => "De ontvanger betaalt in termijnen.",
                Vorderingstand.InVerzuim => "De termijn is voorbij. De aanmaning gaat vanzelf uit.",
                Vorderingstand.Aangemaand when v.Aanmaningstermijn is { } termijn && vandaag > termijn.Uiterlijk =>
                    "De aanmaning hielp niet. Stel een dwangbevel, een betalingsregeling of een verrekening voor.",
                Vorderingstand.Aangemaand => "De ontvanger is aangemaand.",
                Vorderingstand.Dwangbevel when v.Betekend is null => "Laat het dwangbevel betekenen en noteer de dag.",
                _ => "De deurwaarder int.",
            },
        };
}
