using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Vaststelling.Voortgang;

namespace SlimRegeling.Vaststelling;

/// <summary>The parts of what is shown that have a rule of their own.</summary>
public static partial class Bekijken
{
    private static List<Bewijseis> Eisen(Opengesteld opening, Regelversie versie) =>
        [
            .. from soort in opening.Activiteiten
            from bewijs in versie.Verantwoording.Values
            where bewijs.Activiteit == soort
            select new Bewijseis(soort, bewijs.Titel, bewijs.Artikel),
        ];

    private static Bewijsbeeld? Bewijs(Verantwoording verantwoording, Teksten teksten, string? adviseur) =>
        verantwoording.Bewijs is { } bewijs
            ? new(
                bewijs.Stukken,
                teksten.Toelichting,
                bewijs.Op,
                Moment.Dag(bewijs.Op) > verantwoording.Steekproef?.Uiterlijk && !verantwoording.WachtOpBrief(Laatstedag.Bewijs),
                adviseur
            )
            : null;

    private static Voorstelbeeld? Voorstel(Verantwoording verantwoording, Teksten teksten) =>
        verantwoording.Voorstel is { } voorstel
            ? new(
                voorstel.Voorstelhash,
                voorstel.Vastgesteld,
                voorstel.Vastgesteld - verantwoording.AlTeBetalen,
                voorstel.Uitgevoerd,
                voorstel.NietUitgevoerd,
                Beoordelen.PerActiviteit(teksten.Argumenten),
                voorstel.Door,
                voorstel.Op,
                verantwoording.Ondertekenaars,
                voorstel.ZonderVerzoek is { } zonder ? [.. zonder.PerActiviteit.Select(a => new Vastgelegd(a.Key, a.Value))] : null,
                Deeloordeel.Beeld(voorstel.Gedeeltelijk),
                Steekproefeis.Reden(voorstel, teksten.Argumenten),
                Verlagingsbeeld.Van(voorstel, teksten.Verlagingsreden ?? teksten.Argumenten?.GetValueOrDefault(Verlagingen.Redensleutel))
            )
            : null;
}
