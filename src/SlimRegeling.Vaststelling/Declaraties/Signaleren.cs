using System.Globalization;
using NodaTime;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Vaststelling.Declaraties;

/// <summary>What a program sees in the lines of a declaration. An assessor decides: nothing here is refused by itself.</summary>
public static class Signaleren
{
    // All invoices in one, as windows until 2024 ask them.
    private const string Bijeen = "facturen-en-betaalbewijzen";

    private const decimal Speling = 0.05m;

    private static readonly decimal[] Btwtarieven = [21m, 9m];

    /// <summary>What is seen in a line, and what an assessor could find of it.</summary>
    /// <param name="Regel">The id of the line.</param>
    /// <param name="Code">As in a judgment.</param>
    /// <param name="Uitkomst">gewijzigd or afgewezen; aanvaard of what only has to be looked at.</param>
    /// <param name="Bedrag">What would count, when gewijzigd; euro.</param>
    public sealed record Signaal(string Regel, string Code, string Uitkomst, string Uitleg, string Artikel, decimal? Bedrag = null);

    /// <summary>In the order of the lines; more than one of a line can be there.</summary>
    /// <param name="verantwoording">With an award.</param>
    public static IReadOnlyList<Signaal> Van(Verantwoording verantwoording, Declaratie declaratie, Regelversie versie)
    {
        var (opening, deelnames) = (verantwoording.Opening!, verantwoording.Deelnames);
        var dubbel = Dubbel(declaratie);
        var teVeel = TeVeel(declaratie, versie);
        var boven = Offertes.Boven(declaratie, versie);
        LocalDate? ingediend = verantwoording.Declaratie is { } verzoek ? Moment.Dag(verzoek.Op) : null;
        var uitgelegd = Offertes.Gegeven(declaratie) || !string.IsNullOrWhiteSpace(declaratie.Toelichting);
        return
        [
            .. declaratie
                .Regels.SelectMany(regel =>
                    (IEnumerable<Signaal?>)
                        [
                            Prijssignalen.Tarief(regel, versie),
                            Prijssignalen.Rekenfout(regel, versie),
                            Prijssignalen.GeenAdviseur(regel, versie),
                            Periode(regel, opening, versie),
                            Declaratiepartij.TeVroeg(deelnames, regel) is { } teVroeg
                                ? new Signaal(
                                    regel.Id,
                                    Kostenreden.Periode,
                                    Regeluitkomst.Afgewezen,
                                    teVroeg,
                                    Verleningsartikel.Verdeling(versie)
                                )
                                : null,
                            Factuur(regel, declaratie, versie),
                            Betaalbewijs(regel, ingediend, versie),
                            Btw(regel, versie),
                            boven.TryGetValue(regel.Id, out var totaal)
                                ? Prijssignalen.ZonderOffertes(regel, versie, totaal, uitgelegd)
                                : null,
                            dubbel.TryGetValue(regel.Id, out var eerdere)
                                ? Af(regel, Kostenreden.Dubbel, $"Lijkt dezelfde als regel '{eerdere}'.", versie)
                                : null,
                            teVeel.TryGetValue(regel.Id, out var uitleg) ? Af(regel, Kostenreden.Uren, uitleg, versie) : null,
                        ]
                )
                .OfType<Signaal>(),
        ];
    }

    /// <summary>What would be found of a line by what is seen in it: the strictest.</summary>
    public static Regeloordeel Oordeel(Kostenregel regel, IEnumerable<Signaal> signalen)
    {
        var strengste = signalen
            .Where(s => s.Regel == regel.Id && s.Uitkomst != Regeluitkomst.Aanvaard)
            .OrderBy(s => s.Uitkomst != Regeluitkomst.Afgewezen)
            .ThenBy(s => s.Bedrag)
            .FirstOrDefault();
        return strengste is null
            ? new(regel.Id, Regeluitkomst.Aanvaard)
            : new(regel.Id, strengste.Uitkomst, strengste.Bedrag, strengste.Uitleg, strengste.Code, strengste.Artikel);
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
            ? Af(regel, Kostenreden.Periode, "Valt buiten de initiatiefperiode.", versie)
            : null;
    }

    /// <summary>Without its document there is no invoice; where they were sent together, someone looks whether this one is among them.</summary>
    private static Signaal? Factuur(Kostenregel regel, Declaratie declaratie, Regelversie versie) =>
        regel switch
        {
            not { Soort: Kostensoort.Factuur } => null,
            _ when string.IsNullOrWhiteSpace(regel.Factuurnummer) || regel.Factuurdatum is null => Af(
                regel,
                Kostenreden.GeenFactuur,
                "Er is geen factuur met een nummer en een datum.",
                versie
            ),
            { Documenten.Count: > 0 } => null,
            _ when Declaratiecontrole.Gegeven(declaratie).Contains(Bijeen) => new(
                regel.Id,
                Kostenreden.GeenFactuur,
                Regeluitkomst.Aanvaard,
                "Bij deze regel staat geen factuur. Zoek haar in het bestand met alle facturen.",
                Artikel(regel, Kostenreden.GeenFactuur, versie)
            ),
            _ => Af(regel, Kostenreden.GeenFactuur, "Bij deze regel staat geen factuur.", versie),
        };

    /// <summary>Costs are made and paid when they are declared (2.14, second paragraph); who pays before there is an invoice may have mistyped a year.</summary>
    /// <param name="ingediend">The day on which the declaration came; null while none did.</param>
    private static Signaal? Betaalbewijs(Kostenregel regel, LocalDate? ingediend, Regelversie versie) =>
        regel switch
        {
            not { Soort: Kostensoort.Factuur } => null,
            { Betaaldatum: null } => Af(regel, Kostenreden.GeenBetaalbewijs, "Er is niet te zien dat deze factuur is betaald.", versie),
            { Betaaldatum: { } betaald } when ingediend is { } dag && betaald > dag => Af(
                regel,
                Kostenreden.GeenBetaalbewijs,
                $"De dag van betaling ({Datumtekst.Van(betaald)}) is na de dag waarop de declaratie is ingediend ({Datumtekst.Van(dag)}). Toen was deze factuur dus nog niet betaald.",
                versie
            ),
            { Betaaldatum: { } betaald, Factuurdatum: { } gefactureerd } when betaald < gefactureerd => new(
                regel.Id,
                Kostenreden.GeenBetaalbewijs,
                Regeluitkomst.Aanvaard,
                $"De dag van betaling ({Datumtekst.Van(betaald)}) is voor de dag van de factuur ({Datumtekst.Van(gefactureerd)}). Kijk op het betaalbewijs welke dag klopt.",
                Artikel(regel, Kostenreden.GeenBetaalbewijs, versie)
            ),
            _ => null,
        };

    /// <summary>The amount seems to hold the VAT that is told beside it.</summary>
    private static Signaal? Btw(Kostenregel regel, Regelversie versie) =>
        regel is { Soort: Kostensoort.Factuur, Bedrag: { } bedrag, Btw: { } btw }
        && btw > 0m
        && btw < bedrag
        && Array.Exists(Btwtarieven, tarief => Math.Abs(bedrag * tarief / (100m + tarief) - btw) <= Speling)
            ? new(
                regel.Id,
                Kostenreden.Btw,
                Regeluitkomst.Gewijzigd,
                "Het bedrag lijkt met btw te zijn opgegeven.",
                Artikel(regel, Kostenreden.Btw, versie),
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
            { Soort: Kostensoort.Traject, Medewerker: { Length: > 0 } wie, AfgerondOp: { } dag } => string.Create(
                CultureInfo.InvariantCulture,
                $"t|{wie.Trim()}|{dag}"
            ),
            { Soort: Kostensoort.Praktijkleerplaats, Medewerker: { Length: > 0 } wie, Weken: { } weken } => string.Create(
                CultureInfo.InvariantCulture,
                $"p|{wie.Trim()}|{weken}|{regel.AfgerondOp}"
            ),
            _ => null,
        };

    /// <summary>The lines of someone's week that together are more hours than it holds.</summary>
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
                meeste = Weekuren.Meeste(versie, week);
                weken.Add(week, meeste);
            }
            if (uren > meeste)
            {
                foreach (var regel in groep)
                {
                    teVeel.Add(
                        regel.Id,
                        $"Deze persoon maakte in deze week {Getal.Kort(uren)} uur; in die week passen er {Getal.Kort(meeste)}."
                    );
                }
            }
        }
        return teVeel;
    }

    private static Signaal Af(Kostenregel regel, string code, string uitleg, Regelversie versie) =>
        new(regel.Id, code, Regeluitkomst.Afgewezen, uitleg, Artikel(regel, code, versie));

    /// <summary>Of a code that has an article for every activity.</summary>
    internal static string Artikel(Kostenregel regel, string code, Regelversie versie) =>
        Kostenreden.Artikel(versie, code, regel.Activiteit)
        ?? throw new ArgumentException($"Reason '{code}' has no article.", nameof(code));
}
