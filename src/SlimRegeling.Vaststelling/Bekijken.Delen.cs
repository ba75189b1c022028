using NodaTime;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Vaststelling.Voortgang;

namespace SlimRegeling.Vaststelling;

/// <summary>The parts of what is shown that have a rule of their own.</summary>
public static partial class Bekijken
{
    /// <summary>That a scan was done; never what it found.</summary>
    /// <param name="Tot">The day on which it was closed and its report fixed.</param>
    /// <param name="KvkNummer">Who had it done: the recipient, or another party of the partnership, which only employees see.</param>
    /// <param name="Gevraagd">How many people were asked; this and what follows is absent of what was heard before it was told.</param>
    /// <param name="Beeld">The response in words.</param>
    /// <param name="Vragenlijst">The instrument as people call it, with its version.</param>
    /// <param name="Bron">What the instrument is.</param>
    /// <param name="Onderbouwing">The literature and research behind it.</param>
    /// <param name="Validatie">How far its questions were researched: <c>niet-gevalideerd</c>, <c>in-onderzoek</c> or <c>gevalideerd</c>.</param>
    /// <param name="Instrumenthash">SHA-256 of the file with its questions.</param>
    /// <param name="Beantwoord">How many people answered enough to count.</param>
    /// <param name="Leiding">Whether management signed its part.</param>
    /// <param name="RapportOp">The day on which the report was fixed.</param>
    /// <param name="Dimensies">Codes of the common dimensions that the questions tell of, with a space between.</param>
    /// <param name="OnderzoekBedrijven">Firms in the research of the questions, people and the year of it: as far as the instrument says.</param>
    public sealed record Scanbeeld(
        string Scan,
        string Instrument,
        LocalDate Van,
        LocalDate Tot,
        string Rapporthash,
        string? KvkNummer = null,
        int? Gevraagd = null,
        string? Beeld = null,
        string? Vragenlijst = null,
        string? Bron = null,
        int? Instrumentversie = null,
        string? Onderbouwing = null,
        string? Validatie = null,
        string? Instrumenthash = null,
        int? Beantwoord = null,
        bool? Leiding = null,
        LocalDate? RapportOp = null,
        string? Dimensies = null,
        int? OnderzoekBedrijven = null,
        int? OnderzoekPersonen = null,
        int? OnderzoekJaar = null
    );

    private static List<Bewijseis> Eisen(Opengesteld opening, Regelversie versie) =>
        [
            .. from soort in opening.Activiteiten
            from bewijs in versie.Verantwoording.Values
            where bewijs.Activiteit == soort
            select new Bewijseis(soort, bewijs.Titel, bewijs.Artikel),
        ];

    private static List<Scanbeeld> Scans(Verantwoording verantwoording, bool aanvrager) =>
        [
            .. (aanvrager ? verantwoording.EigenScans : verantwoording.ScansVanPartijen).Select(s => new Scanbeeld(
                s.Scan,
                s.Instrument,
                s.Van,
                s.Tot,
                s.Rapporthash,
                s.KvkNummer,
                s.Gevraagd,
                s.Beeld,
                s.Vragenlijst,
                s.Bron,
                s.Instrumentversie,
                s.Onderbouwing,
                s.Validatie,
                s.Instrumenthash,
                s.Beantwoord,
                s.Leiding,
                s.RapportOp,
                s.Dimensies,
                s.OnderzoekBedrijven,
                s.OnderzoekPersonen,
                s.OnderzoekJaar
            )),
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
