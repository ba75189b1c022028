using System.Globalization;
using NodaTime;
using SlimRegeling.Regels;

namespace SlimRegeling.Vaststelling.Declaraties;

/// <summary>What a program sees in the lines of a declaration. An assessor decides: nothing here is refused by itself.</summary>
public static class Signaleren
{
    // Arbeidstijdenwet, 5:7, second paragraph: twelve hours a shift, sixty a week.
    private const decimal UrenPerWerkdag = 12m;
    private const int WerkdagenPerWeek = 5;
    private const string Arbeidstijden = "5:7, tweede lid, Arbeidstijdenwet";
    private const decimal Speling = 0.05m;

    private static readonly decimal[] Btwtarieven = [21m, 9m];

    /// <summary>What is seen in a line, and what an assessor could find of it.</summary>
    /// <param name="Regel">The id of the line.</param>
    /// <param name="Code">As in a judgment.</param>
    /// <param name="Uitkomst">gewijzigd or afgewezen.</param>
    /// <param name="Bedrag">What would count, when gewijzigd; euro.</param>
    public sealed record Signaal(string Regel, string Code, string Uitkomst, string Uitleg, string Artikel, decimal? Bedrag = null);

    /// <summary>In the order of the lines; more than one of a line can be there.</summary>
    public static IReadOnlyList<Signaal> Van(Opengesteld opening, Declaratie declaratie, Regelversie versie)
    {
        var dubbel = Dubbel(declaratie);
        var teVeel = TeVeel(declaratie, versie);
        return
        [
            .. declaratie
                .Regels.SelectMany(regel =>
                    (IEnumerable<Signaal?>)
                        [
                            Tarief(regel, versie),
                            Periode(regel, opening, versie),
                            Factuur(regel, versie),
                            Betaalbewijs(regel, versie),
                            Btw(regel, versie),
                            dubbel.TryGetValue(regel.Id, out var eerdere)
                                ? Af(regel, Regelreden.Dubbel, $"Lijkt dezelfde als regel '{eerdere}'.", NietSubsidiabel(versie))
                                : null,
                            teVeel.TryGetValue(regel.Id, out var uitleg) ? Af(regel, Regelreden.Uren, uitleg, Arbeidstijden) : null,
                        ]
                )
                .OfType<Signaal>(),
        ];
    }

    /// <summary>What would be found of a line by what is seen in it: the strictest.</summary>
    public static Regeloordeel Oordeel(Kostenregel regel, IEnumerable<Signaal> signalen)
    {
        var strengste = signalen
            .Where(s => s.Regel == regel.Id)
            .OrderBy(s => s.Uitkomst != Regeluitkomst.Afgewezen)
            .ThenBy(s => s.Bedrag)
            .FirstOrDefault();
        return strengste is null
            ? new(regel.Id, Regeluitkomst.Aanvaard)
            : new(regel.Id, strengste.Uitkomst, strengste.Bedrag, strengste.Uitleg, strengste.Code, strengste.Artikel);
    }

    private static Signaal? Tarief(Kostenregel regel, Regelversie versie)
    {
        var hoogste = Regelbedrag.Hoogste(versie, regel);
        return hoogste < Regelbedrag.Gevraagd(versie, regel)
            ? new(
                regel.Id,
                Regelreden.Tarief,
                Regeluitkomst.Gewijzigd,
                $"Het uurtarief is hoger dan het maximum van {Getal.Euro(Vaststellingsberekening.HoogsteUurtarief(versie) ?? 0m)}.",
                versie.Post(Postcode.Adviseur).Artikel,
                hoogste
            )
            : null;
    }

    private static Signaal? Periode(Kostenregel regel, Opengesteld opening, Regelversie versie)
    {
        // A week counts as long as one of its days is within the period.
        var (van, tot) = regel.Soort switch
        {
            Kostensoort.Uren => (regel.Week, regel.Week?.PlusDays(6)),
            Kostensoort.Factuur => (regel.Factuurdatum, regel.Factuurdatum),
            _ => (regel.AfgerondOp, regel.AfgerondOp),
        };
        return tot < opening.PeriodeVan || van > opening.PeriodeTot
            ? Af(regel, Regelreden.Periode, "Valt buiten de initiatiefperiode.", NietSubsidiabel(versie))
            : null;
    }

    private static Signaal? Factuur(Kostenregel regel, Regelversie versie) =>
        regel.Soort == Kostensoort.Factuur && (string.IsNullOrWhiteSpace(regel.Factuurnummer) || regel.Factuurdatum is null)
            ? Af(regel, Regelreden.GeenFactuur, "Er is geen factuur met een nummer en een datum.", NietSubsidiabel(versie))
            : null;

    private static Signaal? Betaalbewijs(Kostenregel regel, Regelversie versie) =>
        regel is { Soort: Kostensoort.Factuur, Betaaldatum: null }
            ? Af(
                regel,
                Regelreden.GeenBetaalbewijs,
                "Er is niet te zien dat deze factuur is betaald.",
                versie.Post(Postcode.OverigExtern).Artikel
            )
            : null;

    /// <summary>The amount seems to hold the VAT that is told beside it.</summary>
    private static Signaal? Btw(Kostenregel regel, Regelversie versie) =>
        regel is { Soort: Kostensoort.Factuur, Bedrag: { } bedrag, Btw: { } btw }
        && btw > 0m
        && btw < bedrag
        && Array.Exists(Btwtarieven, tarief => Math.Abs(bedrag * tarief / (100m + tarief) - btw) <= Speling)
            ? new(
                regel.Id,
                Regelreden.Btw,
                Regeluitkomst.Gewijzigd,
                "Het bedrag lijkt met btw te zijn opgegeven.",
                NietSubsidiabel(versie),
                bedrag - btw
            )
            : null;

    /// <summary>The id of a line to that of an earlier one that is of the same.</summary>
    private static Dictionary<string, string> Dubbel(Declaratie declaratie)
    {
        var gezien = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var dubbel = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var regel in declaratie.Regels)
        {
            if (Kenmerk(regel) is { } kenmerk && !gezien.TryAdd(kenmerk, regel.Id))
            {
                dubbel.Add(regel.Id, gezien[kenmerk]);
            }
        }
        return dubbel;
    }

    private static string? Kenmerk(Kostenregel regel) =>
        regel switch
        {
            { Soort: Kostensoort.Factuur, Factuurnummer: { Length: > 0 } nummer } => string.Create(
                CultureInfo.InvariantCulture,
                $"f|{regel.Leverancier?.Trim()}|{nummer.Trim()}|{regel.Bedrag}|{regel.Uren}"
            ),
            { Soort: Kostensoort.Uren, Week: { } week } => string.Create(
                CultureInfo.InvariantCulture,
                $"u|{regel.Medewerker?.Trim()}|{week}|{regel.Activiteit}|{regel.Uren}"
            ),
            _ => null,
        };

    /// <summary>The lines of someone's week that together are more hours than its days hold, holidays not counted.</summary>
    private static Dictionary<string, string> TeVeel(Declaratie declaratie, Regelversie versie)
    {
        var teVeel = new Dictionary<string, string>(StringComparer.Ordinal);
        var weken = new Dictionary<LocalDate, decimal>();
        foreach (
            var groep in declaratie
                .Regels.Where(r => r is { Soort: Kostensoort.Uren, Week: not null })
                .GroupBy(r => (Wie: r.Medewerker?.Trim().ToUpperInvariant(), r.Week!.Value))
        )
        {
            var (uren, week) = (groep.Sum(r => r.Uren ?? 0m), groep.Key.Value);
            if (!weken.TryGetValue(week, out var meeste))
            {
                meeste =
                    UrenPerWerkdag * Enumerable.Range(0, WerkdagenPerWeek).Count(d => !Feestdagen.IsFeestdag(versie, week.PlusDays(d)));
                weken.Add(week, meeste);
            }
            if (uren > meeste)
            {
                foreach (var regel in groep)
                {
                    teVeel.Add(
                        regel.Id,
                        $"Deze persoon maakte in deze week {Getal.Kort(uren)} uur; op de werkdagen van die week passen er {Getal.Kort(meeste)}."
                    );
                }
            }
        }
        return teVeel;
    }

    private static Signaal Af(Kostenregel regel, string code, string uitleg, string artikel) =>
        new(regel.Id, code, Regeluitkomst.Afgewezen, uitleg, artikel);

    /// <summary>What is not eligible, in the numbering of the version.</summary>
    private static string NietSubsidiabel(Regelversie versie) => versie.Nummering == Nummering.Nieuw ? "2.15" : "13";
}
