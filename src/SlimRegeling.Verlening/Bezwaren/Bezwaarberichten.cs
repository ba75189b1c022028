using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Verlening.Wijzigen;

namespace SlimRegeling.Verlening.Bezwaren;

/// <summary>What is said of an objection; the stream is its number.</summary>
internal static class Bezwaarberichten
{
    /// <returns>Null for an event that is of no objection.</returns>
    public static IEnumerable<object>? Van(string bezwaar, object gebeurtenis) =>
        gebeurtenis switch
        {
            BezwaarIngediend { Betreft: var b } e =>
            [
                new BezwaarIngediendBericht(
                    b.Zaaknummer,
                    bezwaar,
                    b.KvkNummer,
                    b.Regelversie,
                    b.Besluit,
                    b.Soort,
                    b.Indiener,
                    e.OntvangenOp,
                    e.Ondertekenaars,
                    e.Ontbreekt,
                    e.ReactieUiterlijk,
                    e.Op,
                    e.BeslissenUiterlijk
                ),
            ],
            HerstelGevraagd { Betreft: var b } e =>
            [
                new BezwaarHerstelGevraagdBericht(
                    b.Zaaknummer,
                    bezwaar,
                    b.KvkNummer,
                    b.Regelversie,
                    b.Besluit,
                    b.Indiener,
                    e.Ontbreekt,
                    e.Op
                ),
            ],
            HoorzittingGepland { Betreft: var b } e =>
            [
                new BezwaarHoorzittingBericht(
                    b.Zaaknummer,
                    bezwaar,
                    b.KvkNummer,
                    b.Regelversie,
                    b.Besluit,
                    b.Indiener,
                    e.Wanneer,
                    e.Wijze,
                    e.Op,
                    e.Plaats
                ),
            ],
            RegistratieGecorrigeerd e => Beslistermijn(bezwaar, e.Betreft, "correctie", e.BeslissenUiterlijk, e.Op),
            TermijnBekend e => Beslistermijn(bezwaar, e.Betreft, "termijn-bekend", e.BeslissenUiterlijk, e.Op),
            HersteltermijnGestart e => Beslistermijn(bezwaar, e.Betreft, "herstel", e.BeslissenUiterlijk, e.Op),
            BezwaarAangevuld e => Beslistermijn(bezwaar, e.Betreft, "hersteld", e.BeslissenUiterlijk, e.Op),
            CommissieIngesteld e => Beslistermijn(bezwaar, e.Betreft, "commissie", e.BeslissenUiterlijk, e.Op),
            Verdaagd e => Beslistermijn(bezwaar, e.Betreft, "verdaging", e.BeslissenUiterlijk, e.Op),
            Uitgesteld e => Beslistermijn(bezwaar, e.Betreft, "uitstel", e.BeslissenUiterlijk, e.Op),
            IngebrekestellingOntvangen e => [Ingebreke(bezwaar, e.OntvangenOp, true, e.Op)],
            IngebrekestellingVervallen e => [Ingebreke(bezwaar, e.OntvangenOp, false, e.Op)],
            BeslissingVoorgesteld { Nodig: > 0, Tijdvak: { } tijdvak } e =>
            [
                new BezwaarbudgetGevraagdBericht(Bezwaarnummer.Zaak(bezwaar), tijdvak, bezwaar, e.Nodig, e.Op, Voorstel: e.Voorstelhash),
            ],
            BeslissingTeruggezonden { Tijdvak: { } tijdvak } e =>
            [
                new BezwaarbudgetGevraagdBericht(Bezwaarnummer.Zaak(bezwaar), tijdvak, bezwaar, 0, e.Op),
            ],
            BezwaarIngetrokken { Betreft: var b } e => [new BezwaarIngetrokkenBericht(b.Zaaknummer, bezwaar, b.KvkNummer, b.Besluit, e.Op)],
            BezwaarBeslist e => [Beslist(bezwaar, e)],
            BeroepstermijnGestart e =>
            [
                new BeroepstermijnGestartBericht(e.Betreft.Zaaknummer, bezwaar, e.Besluit, e.Van, e.TotEnMet, e.Op),
            ],
            BeroepGenoteerd e => [new BeroepGenoteerdBericht(e.Betreft.Zaaknummer, bezwaar, e.Besluit, e.Stand, e.Dag, e.Op, e.Uitkomst)],
            _ => null,
        };

    private static IEnumerable<object> Beslistermijn(
        string bezwaar,
        Betreft b,
        string reden,
        NodaTime.LocalDate? uiterlijk,
        NodaTime.Instant op
    ) =>
        uiterlijk is { } dag
            ? [new BezwaarBeslistermijnBericht(b.Zaaknummer, bezwaar, b.KvkNummer, b.Regelversie, b.Besluit, b.Indiener, reden, dag, op)]
            : [];

    private static BezwaarIngebrekestellingBericht Ingebreke(
        string bezwaar,
        NodaTime.LocalDate ontvangenOp,
        bool geldt,
        NodaTime.Instant op
    ) => new(Bezwaarnummer.Zaak(bezwaar), bezwaar, ontvangenOp, geldt, op);

    private static BezwaarBeslistBericht Beslist(string bezwaar, BezwaarBeslist e) =>
        new(
            e.Betreft.Zaaknummer,
            bezwaar,
            e.Betreft.KvkNummer,
            e.Betreft.Regelversie,
            e.Betreft.Besluit,
            e.Betreft.Soort,
            e.Betreft.Indiener,
            e.Besluit,
            e.Besluitdatum,
            e.Uitkomst,
            e.Motivering.Id,
            e.Motivering.Hash,
            e.Ondertekenaars,
            e.Op,
            e.Gevolg,
            e.NietGehoord,
            e.Herstelt,
            e.Toekenning?.Tijdvak,
            e.Toekenning?.Aanvragertype,
            e.Toekenning?.SubsidiabeleKosten,
            e.Toekenning?.Bedrag,
            e.Toekenning is null ? null : e.Was,
            e.Toekenning?.Voorschot,
            e.Toekenning?.PeriodeVan,
            e.Toekenning?.PeriodeTot,
            e.Toekenning?.Verantwoording,
            e.Toekenning?.Activiteiten,
            e.Toekenning?.Partijen,
            Vaststelling: e.Hervaststelt ? e.Vaststelling : null,
            Brief: e.Brief,
            // An award that was not there before is told whole already.
            Nu: e.Gevolg == Bezwaargevolg.Verlenen ? null : Verleningsstanden.Van(e.Toekenning ?? e.NaWijziging, e.Versienummer)
        );
}
